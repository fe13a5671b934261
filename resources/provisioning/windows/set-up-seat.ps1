<#
Makes a Windows 10/11 PC (Enterprise, Education or IoT) a seat: an account that has Happy Home for a shell, a keyboard filter, and the
policies that close what a shell alone leaves open. Run once as administrator; running it again changes nothing.
  set-up-seat.ps1            sets the seat up
  set-up-seat.ps1 -Check     says what is not as it should be, changes nothing
  set-up-seat.ps1 -Undo      takes the shell away again, for repairs
#>
#Requires -RunAsAdministrator
param([switch]$Check, [switch]$Undo, [string]$Account = 'kiosk', [string]$App = "$env:ProgramFiles\Happy Home\Happy Home.exe")
$ErrorActionPreference = 'Stop'
$script:faults = 0

function Ensure([string]$What, [scriptblock]$Test, [scriptblock]$Do) {
  $holds = $false
  try { $holds = [bool](& $Test) } catch { $holds = $false }
  if ($holds) { return }
  if ($Check) { Write-Output "not yet: $What"; $script:faults = 1; return }
  Write-Output $What
  & $Do
}

function Set-Policy([string]$Path, [string]$Name, [int]$Value) {
  Ensure "$Path\$Name = $Value" { (Get-ItemProperty -Path $Path -Name $Name).$Name -eq $Value } {
    New-Item -Path $Path -Force | Out-Null
    New-ItemProperty -Path $Path -Name $Name -Value $Value -PropertyType DWord -Force | Out-Null
  }
}

$wmi = @{ Namespace = 'root\standardcimv2\embedded' }

if ($Undo) {
  $sid = (Get-LocalUser $Account).SID.Value
  ([wmiclass]"\\localhost\root\standardcimv2\embedded:WESL_UserSetting").RemoveCustomShell($sid) | Out-Null
  ([wmiclass]"\\localhost\root\standardcimv2\embedded:WESL_UserSetting").SetEnabled($false) | Out-Null
  Write-Output 'The shell is the usual one again after the next sign-in.'
  exit 0
}

Ensure 'Shell Launcher and Keyboard Filter are installed' {
  (Get-WindowsOptionalFeature -Online -FeatureName Client-EmbeddedShellLauncher).State -eq 'Enabled' -and
  (Get-WindowsOptionalFeature -Online -FeatureName Client-KeyboardFilter).State -eq 'Enabled'
} {
  Enable-WindowsOptionalFeature -Online -NoRestart -All -FeatureName Client-EmbeddedShellLauncher, Client-KeyboardFilter | Out-Null
  Write-Output 'Please restart, then run this once more.'
  exit 3010
}

Ensure "an account '$Account' without rights" { Get-LocalUser $Account } {
  New-LocalUser -Name $Account -NoPassword -AccountNeverExpires -UserMayNotChangePassword | Out-Null
  Add-LocalGroupMember -SID 'S-1-5-32-545' -Member $Account
}

Ensure 'Happy Home is the shell of that account, started again whenever it ends' {
  $sid = (Get-LocalUser $Account).SID.Value
  (Get-CimInstance @wmi -ClassName WESL_UserSetting | Where-Object Sid -eq $sid).Shell -eq "`"$App`""
} {
  $sid = (Get-LocalUser $Account).SID.Value
  $shell = [wmiclass]"\\localhost\root\standardcimv2\embedded:WESL_UserSetting"
  # Everybody else keeps the desktop; 0 = start again when it ends.
  $shell.SetDefaultShell('explorer.exe', 0) | Out-Null
  $shell.SetCustomShell($sid, "`"$App`"", ($null), ($null), 0) | Out-Null
  $shell.SetEnabled($true) | Out-Null
}

# Predefined chords of the Keyboard Filter that a child could press; Ctrl+Alt+Del stays a way in for technicians, emptied below.
$chords = 'Ctrl+Esc', 'Ctrl+Alt+Del', 'Ctrl+Shift+Esc', 'Alt+F4', 'Alt+Tab', 'Alt+Esc', 'Alt+Space', 'Ctrl+F4', 'Ctrl+Tab',
  'Windows', 'LShift+LAlt+NumLock', 'LShift+LAlt+PrintScrn', 'Win+L', 'Win+R', 'Win+E', 'Win+D', 'Win+M', 'Win+U', 'Win+P', 'Win+Tab',
  'BrowserBack', 'BrowserForward', 'BrowserRefresh', 'BrowserHome', 'BrowserSearch', 'LaunchMail', 'LaunchMediaSelect', 'LaunchApp1', 'LaunchApp2'
foreach ($chord in $chords) {
  Ensure "the keyboard filter stops $chord" {
    (Get-CimInstance @wmi -ClassName WEKF_PredefinedKey -Filter "Id = '$chord'").Enabled
  } {
    $key = Get-CimInstance @wmi -ClassName WEKF_PredefinedKey -Filter "Id = '$chord'"
    if ($key) { $key.Enabled = 1; Set-CimInstance -InputObject $key }
    else { ([wmiclass]"\\localhost\root\standardcimv2\embedded:WEKF_CustomKey").Add($chord) | Out-Null }
  }
}
Ensure 'administrators keep all their keys' {
  (Get-CimInstance @wmi -ClassName WEKF_Settings -Filter "Name = 'DisableKeyboardFilterForAdministrators'").Value -eq 'true'
} {
  $setting = Get-CimInstance @wmi -ClassName WEKF_Settings -Filter "Name = 'DisableKeyboardFilterForAdministrators'"
  $setting.Value = 'true'; Set-CimInstance -InputObject $setting
}

# What Ctrl+Alt+Del offers, edge swipes, autoplay, notifications, and restarts for updates in the middle of a turn.
$system = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System'
$explorer = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer'
Set-Policy $system 'DisableTaskMgr' 1
Set-Policy $system 'DisableLockWorkstation' 1
Set-Policy $system 'DisableChangePassword' 1
Set-Policy $system 'HideFastUserSwitching' 1
Set-Policy $explorer 'NoLogoff' 1
Set-Policy $explorer 'NoDriveTypeAutoRun' 255
Set-Policy $explorer 'NoAutorun' 1
Set-Policy 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI' 'AllowEdgeSwipe' 0
Set-Policy 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\Explorer' 'DisableNotificationCenter' 1
Set-Policy 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU' 'NoAutoRebootWithLoggedOnUsers' 1
Set-Policy 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\System' 'EnableSmartScreen' 1

Ensure 'the machine signs in by itself' {
  (Get-ItemProperty 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon').DefaultUserName -eq $Account
} {
  $logon = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon'
  Set-ItemProperty $logon 'AutoAdminLogon' '1'
  Set-ItemProperty $logon 'DefaultUserName' $Account
  Set-ItemProperty $logon 'DefaultPassword' ''
  Set-ItemProperty $logon 'ForceAutoLogon' '1'
}

# Shift five times and its relatives belong to each account; the default profile is what a new account starts with.
foreach ($name in 'StickyKeys', 'ToggleKeys', 'Keyboard Response', 'HighContrast', 'MouseKeys') {
  Ensure "no chord switches on $name" {
    reg load HKU\HappyHome "$env:SystemDrive\Users\Default\NTUSER.DAT" 2>$null | Out-Null
    $flags = (Get-ItemProperty "Registry::HKU\HappyHome\Control Panel\Accessibility\$name").Flags
    reg unload HKU\HappyHome 2>$null | Out-Null
    $flags -eq '0'
  } {
    reg load HKU\HappyHome "$env:SystemDrive\Users\Default\NTUSER.DAT" | Out-Null
    Set-ItemProperty "Registry::HKU\HappyHome\Control Panel\Accessibility\$name" 'Flags' '0'
    [gc]::Collect()
    reg unload HKU\HappyHome | Out-Null
  }
}

exit $script:faults
