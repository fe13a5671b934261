<#
Makes a Windows 10/11 PC (Enterprise, Education or IoT Enterprise) a seat: an account that has Happy Home for a shell, a keyboard filter, and
the policies that close what a shell alone leaves open. Run as administrator, in Windows PowerShell; running it again changes nothing.
  set-up-seat.ps1            sets the seat up
  set-up-seat.ps1 -Check     says what is not as it should be, changes nothing; exit code 1 when there is something
  set-up-seat.ps1 -Undo      brings the PC back: every value as it was before. The account and the children's data stay.
Written from Microsoft's documentation; see README.md for what was never run on Windows.
#>
#Requires -RunAsAdministrator
#Requires -PSEdition Desktop
param([switch]$Check, [switch]$Undo, [string]$Account = 'kiosk', [string]$App = "$env:ProgramFiles\Happy Home\Happy Home.exe")
$ErrorActionPreference = 'Stop'
$script:faults = 0
$chinese = (Get-UICulture).Name -like 'zh*'
$state = "$env:ProgramData\Happy Home Seat"
$beforeFile = "$state\before.json"

function Say([string]$Zh, [string]$En) { if ($chinese) { Write-Output $Zh } else { Write-Output $En } }

# --- what was before, kept the first time a value is changed
$script:before = @{}
if (Test-Path $beforeFile) {
  (Get-Content $beforeFile -Raw -Encoding UTF8 | ConvertFrom-Json).PSObject.Properties | ForEach-Object { $script:before[$_.Name] = $_.Value }
}
function Keep([string]$Name, $Value) {
  if ($script:before.ContainsKey($Name)) { return }
  $script:before[$Name] = $Value
  New-Item -ItemType Directory -Path $state -Force | Out-Null
  $script:before | ConvertTo-Json | Set-Content $beforeFile -Encoding UTF8
}

function Ensure([string]$Zh, [string]$En, [scriptblock]$Test, [scriptblock]$Do) {
  $holds = $false
  try { $holds = [bool](& $Test) } catch { $holds = $false }
  if ($holds) { return }
  if ($Check) { Say "还没有：$Zh" "not yet: $En"; $script:faults = 1; return }
  Say $Zh $En
  try {
    & $Do
    # What was done is looked at again: not every call of Windows says that it did nothing.
    if (-not (& $Test)) { throw 'it is not so afterwards' }
  } catch { Say "没有做成：$Zh（$_）" "could not be done: $En ($_)"; $script:faults = 1 }
}

# --- tables: each row is set, checked and undone by the same lines below. Names are held against Microsoft's by a test.
$features = 'Client-EmbeddedShellLauncher', 'Client-KeyboardFilter'

# Predefined chords of the Keyboard Filter (WEKF_PredefinedKey.Id). Copying, pasting and Tab are left to the pages.
$chords = @(
  'Alt+F4', 'Ctrl+F4', 'Win+F1', 'Alt+Space', 'Ctrl+Esc', 'Alt+Esc', 'Ctrl+Alt+Esc', 'Alt+Tab', 'Ctrl+Tab', 'Ctrl+Win+F', 'Ctrl+Alt+Del', 'Shift+Ctrl+Esc',
  'LShift+LAlt+NumLock', 'LShift+LAlt+PrintScrn', 'Windows', 'Application', 'Win+Break', 'Win+B', 'Win+C', 'Win+D', 'Win+E', 'Win+F', 'Win+H', 'Win+I', 'Win+J',
  'Win+K', 'Win+L', 'Win+M', 'Win+O', 'Win+P', 'Win+Q', 'Win+R', 'Win+T', 'Win+U', 'Win+V', 'Win+W', 'Win+Z', 'Win+Tab', 'Win+Home', 'Win+Enter', 'Win+Esc', 'Win+Space',
  'Win+Up', 'Win+Down', 'Win+Left', 'Win+Right', 'Win+Shift+Up', 'Win+Shift+Down', 'Win+Shift+Left', 'Win+Shift+Right', 'Win+PageUp', 'Win+PageDown',
  'Win++', 'Win+-', 'Win+,', 'Win+.', 'Win+/', 'Shift+Win', 'Alt+Win', 'Ctrl+Win', 'F21',
  'BrowserBack', 'BrowserForward', 'BrowserRefresh', 'BrowserStop', 'BrowserSearch', 'BrowserFavorites', 'BrowserHome',
  'LaunchMail', 'LaunchMediaSelect', 'LaunchApp1', 'LaunchApp2'
)
# Not predefined there (WEKF_CustomKey): the start menu's own menu, settings of sound and game bar, dictation, the clipboard's history.
$customChords = @('Win+X', 'Win+A', 'Win+G', 'Win+S', 'Win+N', 'Win+Ctrl+D', 'Win+Ctrl+Enter', 'Win+Ctrl+C')

# WEKF_Settings. The breakout key is the left Windows key unless it is 0: pressed five times it leads to the Welcome screen.
$filterSettings = [ordered]@{
  DisableKeyboardFilterForAdministrators = 'true'
  ForceOffAccessibility                  = 'true'
  BreakoutKeyScanCode                    = '0'
}

# Values of the machine (HKLM).
$machine = @(
  @('SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System', 'HideFastUserSwitching', 1),
  @('SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System', 'EnableFirstLogonAnimation', 0),
  @('SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer', 'NoDriveTypeAutoRun', 255),
  @('SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer', 'NoAutorun', 1),
  @('SOFTWARE\Policies\Microsoft\Windows\OOBE', 'DisablePrivacyExperience', 1),
  @('SOFTWARE\Policies\Microsoft\Windows\EdgeUI', 'AllowEdgeSwipe', 0),
  @('SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU', 'NoAutoRebootWithLoggedOnUsers', 1),
  @('SOFTWARE\Policies\Microsoft\Windows\System', 'EnableSmartScreen', 1),
  # Programs on a stick do not start (removable disks: their class).
  @('SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices\{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}', 'Deny_Execute', 1),
  # Camera and microphone are asked for by Happy Home itself, for programs of the desktop: 1 lets them.
  @('SOFTWARE\Policies\Microsoft\Windows\AppPrivacy', 'LetAppsAccessCamera', 1),
  @('SOFTWARE\Policies\Microsoft\Windows\AppPrivacy', 'LetAppsAccessMicrophone', 1)
)

# Values of the account's own hive: these policies mean nothing in HKLM.
$person = @(
  @('SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System', 'DisableTaskMgr', 1),
  @('SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System', 'DisableLockWorkstation', 1),
  @('SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System', 'DisableChangePassword', 1),
  @('SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer', 'NoLogoff', 1),
  @('SOFTWARE\Policies\Microsoft\Windows\Explorer', 'DisableNotificationCenter', 1),
  @('SOFTWARE\Microsoft\CTF\LangBar', 'ShowStatus', 3),
  @('Control Panel\Accessibility\StickyKeys', 'Flags', '0'),
  @('Control Panel\Accessibility\ToggleKeys', 'Flags', '0'),
  @('Control Panel\Accessibility\Keyboard Response', 'Flags', '0'),
  @('Control Panel\Accessibility\HighContrast', 'Flags', '0'),
  @('Control Panel\Accessibility\MouseKeys', 'Flags', '0')
)

# The machine signs in by itself, Shift or not, for as often as it starts.
$logon = [ordered]@{ AutoAdminLogon = '1'; DefaultUserName = $Account; DefaultPassword = ''; ForceAutoLogon = '1'; IgnoreShiftOverride = '1' }
$logonPath = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon'

# --- one way to a registry value
function Get-Value([string]$Path, [string]$Name) {
  $item = Get-ItemProperty -Path $Path -Name $Name -ErrorAction SilentlyContinue
  if ($null -eq $item) { return $null }
  $item.$Name
}
function Set-Value([string]$Key, [string]$Path, [string]$Name, $Value) {
  Ensure "$Name = $Value" "$Name = $Value" { $now = Get-Value $Path $Name; $null -ne $now -and "$now" -eq "$Value" } {
    Keep $Key (Get-Value $Path $Name)
    if (-not (Test-Path $Path)) { New-Item -Path $Path -Force | Out-Null }
    $kind = if ($Value -is [int]) { 'DWord' } else { 'String' }
    New-ItemProperty -Path $Path -Name $Name -Value $Value -PropertyType $kind -Force | Out-Null
  }
}
function Restore-Value([string]$Key, [string]$Path, [string]$Name, $Like) {
  if (-not $script:before.ContainsKey($Key)) { return }
  $value = $script:before[$Key]
  if ($null -eq $value) { Remove-ItemProperty -Path $Path -Name $Name -ErrorAction SilentlyContinue; return }
  $kind = if ($Like -is [int]) { 'DWord' } else { 'String' }
  New-ItemProperty -Path $Path -Name $Name -Value $value -PropertyType $kind -Force | Out-Null
}

# --- the account's hive: its own where it is signed in, otherwise loaded from its profile, which is made if it has none yet
function Use-Hive([scriptblock]$Deed) {
  $sid = (Get-LocalUser $Account).SID.Value
  if (Test-Path "Registry::HKEY_USERS\$sid") { & $Deed "Registry::HKEY_USERS\$sid"; return }
  $profiles = "HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList\$sid"
  if (-not (Test-Path $profiles)) {
    if ($Check -or $Undo) { throw 'no profile' }
    Add-Type -Namespace HappyHome -Name Profiles -MemberDefinition @'
[System.Runtime.InteropServices.DllImport("userenv.dll", CharSet = System.Runtime.InteropServices.CharSet.Unicode)]
public static extern int CreateProfile(string sid, string user, System.Text.StringBuilder path, uint length);
'@
    $made = [HappyHome.Profiles]::CreateProfile($sid, $Account, (New-Object System.Text.StringBuilder 260), 260)
    if ($made -ne 0) { throw "CreateProfile: $made" }
  }
  $file = Join-Path ([Environment]::ExpandEnvironmentVariables((Get-ItemProperty $profiles).ProfileImagePath)) 'NTUSER.DAT'
  # reg writes what went well to stderr too; only its exit code counts.
  & cmd.exe /c "reg load HKU\HappyHome `"$file`" >nul 2>&1"
  if ($LASTEXITCODE -ne 0) { throw 'reg load' }
  try { & $Deed 'Registry::HKEY_USERS\HappyHome' }
  finally {
    # Handles that PowerShell still holds would keep the hive loaded.
    [gc]::Collect(); [gc]::WaitForPendingFinalizers()
    & cmd.exe /c 'reg unload HKU\HappyHome >nul 2>&1'
    if ($LASTEXITCODE -ne 0) { $script:faults = 1; Say '注册表没有卸下，请重新启动。' 'The hive could not be unloaded; please restart.' }
  }
}

$wmi = @{ Namespace = 'root\standardcimv2\embedded' }
function Get-Class([string]$Name) { [wmiclass]"\\localhost\root\standardcimv2\embedded:$Name" }

if ($Undo) {
  if (-not (Test-Path $beforeFile)) { Say '这台电脑不是座位。' 'This PC is no seat.'; exit 0 }
  # Somebody may have removed the account meanwhile: everything else is undone all the same.
  $user = Get-LocalUser $Account -ErrorAction SilentlyContinue
  try {
    if ($user) { (Get-Class WESL_UserSetting).RemoveCustomShell($user.SID.Value) | Out-Null }
    if (-not $script:before['launcher']) { (Get-Class WESL_UserSetting).SetEnabled($false) | Out-Null }
  } catch { Say '没有找到外壳启动器。' 'Shell Launcher is not there.' }
  foreach ($chord in $chords) {
    $key = Get-CimInstance @wmi -ClassName WEKF_PredefinedKey -Filter "Id = '$chord'" -ErrorAction SilentlyContinue
    if ($key -and $script:before["chord $chord"] -eq $false) { $key.Enabled = $false; Set-CimInstance -InputObject $key }
  }
  foreach ($chord in $customChords) { if ($script:before.ContainsKey("custom $chord")) { (Get-Class WEKF_CustomKey).Remove($chord) | Out-Null } }
  foreach ($name in $filterSettings.Keys) {
    $setting = Get-CimInstance @wmi -ClassName WEKF_Settings -Filter "Name = '$name'" -ErrorAction SilentlyContinue
    if ($setting -and $script:before.ContainsKey("filter $name")) { $setting.Value = "$($script:before["filter $name"])"; Set-CimInstance -InputObject $setting }
  }
  foreach ($row in $machine) { Restore-Value "machine $($row[0])\$($row[1])" "HKLM:\$($row[0])" $row[1] $row[2] }
  foreach ($name in $logon.Keys) { Restore-Value "logon $name" $logonPath $name $logon[$name] }
  try { Use-Hive { param($hive) foreach ($row in $person) { Restore-Value "person $($row[0])\$($row[1])" "$hive\$($row[0])" $row[1] $row[2] } } }
  catch { Say '账户还没有登录过。' 'The account has not signed in yet.' }
  Restore-Value 'count AutoLogonCount' $logonPath 'AutoLogonCount' 1
  if ($script:before['power']) { powercfg /setactive $script:before['power'] }
  if ($script:before['power plan']) { powercfg /delete $script:before['power plan'] }
  # Last: the filter's and the launcher's settings are gone with them.
  foreach ($feature in $features) {
    if ($script:before["feature $feature"] -eq $false) { Disable-WindowsOptionalFeature -Online -NoRestart -FeatureName $feature | Out-Null }
  }
  Remove-Item $state -Recurse -Force
  Say '座位已撤销，重新启动后生效。账户和孩子们的数据没有动。' 'The seat is undone; restart the PC. The account and the data of the children were left as they are.'
  exit 0
}

# --- 1 the edition
$missing = $features | Where-Object { -not (Get-WindowsOptionalFeature -Online -FeatureName $_ -ErrorAction SilentlyContinue) }
if ($missing) {
  Say "这个版本的 Windows 没有 $($missing -join '、')，不能给孩子用。请改用 Debian，或企业版、教育版、IoT 企业版。" `
    "This edition of Windows has no $($missing -join ', ') and cannot be given to children. Use Debian, or the editions Enterprise, Education or IoT Enterprise."
  exit 2
}
Ensure '外壳启动器和键盘筛选器已安装' 'Shell Launcher and Keyboard Filter are installed' {
  -not ($features | Where-Object { (Get-WindowsOptionalFeature -Online -FeatureName $_).State -ne 'Enabled' })
} {
  foreach ($feature in $features) { Keep "feature $feature" ((Get-WindowsOptionalFeature -Online -FeatureName $feature).State -eq 'Enabled') }
  Enable-WindowsOptionalFeature -Online -NoRestart -All -FeatureName $features | Out-Null
  Say '请重新启动，然后再运行一次。' 'Please restart, then run this once more.'
  exit 3010
}

# --- 2 the account and its shell
Ensure "账户 $Account，没有权限" "an account '$Account' without rights" {
  (Get-LocalUser $Account) -and -not (Get-LocalGroupMember -SID 'S-1-5-32-544' | Where-Object Name -like "*\$Account")
} {
  if (-not (Get-LocalUser $Account -ErrorAction SilentlyContinue)) {
    New-LocalUser -Name $Account -NoPassword -AccountNeverExpires -UserMayNotChangePassword | Out-Null
    Add-LocalGroupMember -SID 'S-1-5-32-545' -Member $Account
  }
  if (Get-LocalGroupMember -SID 'S-1-5-32-544' | Where-Object Name -like "*\$Account") {
    Remove-LocalGroupMember -SID 'S-1-5-32-544' -Member $Account
  }
}
Ensure '快乐家园是这个账户的外壳，结束后总会再启动' 'Happy Home is the shell of that account, started again whenever it ends' {
  $sid = (Get-LocalUser $Account).SID.Value
  (Get-CimInstance @wmi -ClassName WESL_UserSetting | Where-Object Sid -eq $sid).Shell -eq "`"$App`"" -and (Get-Class WESL_UserSetting).IsEnabled().Enabled
} {
  Keep 'launcher' ([bool](Get-Class WESL_UserSetting).IsEnabled().Enabled)
  $sid = (Get-LocalUser $Account).SID.Value
  $shell = Get-Class WESL_UserSetting
  # Everybody else keeps the desktop; 0 = start again when it ends.
  $shell.SetDefaultShell('explorer.exe', 0) | Out-Null
  $shell.SetCustomShell($sid, "`"$App`"", ($null), ($null), 0) | Out-Null
  $shell.SetEnabled($true) | Out-Null
}

# --- 3 the keyboard. Administrators keep all their keys: a technician signs in as one at the Welcome screen, after a restart with -Undo or over the network.
foreach ($chord in $chords) {
  Ensure "键盘筛选器拦住 $chord" "the keyboard filter stops $chord" {
    (Get-CimInstance @wmi -ClassName WEKF_PredefinedKey -Filter "Id = '$chord'").Enabled
  } {
    $key = Get-CimInstance @wmi -ClassName WEKF_PredefinedKey -Filter "Id = '$chord'"
    if (-not $key) { throw 'this Windows does not know it' }
    Keep "chord $chord" ([bool]$key.Enabled)
    $key.Enabled = $true; Set-CimInstance -InputObject $key
  }
}
foreach ($chord in $customChords) {
  Ensure "键盘筛选器拦住 $chord" "the keyboard filter stops $chord" {
    (Get-CimInstance @wmi -ClassName WEKF_CustomKey | Where-Object Id -eq $chord).Enabled
  } {
    Keep "custom $chord" $true
    (Get-Class WEKF_CustomKey).Add($chord) | Out-Null
  }
}
foreach ($name in $filterSettings.Keys) {
  Ensure "键盘筛选器：$name = $($filterSettings[$name])" "the keyboard filter: $name = $($filterSettings[$name])" {
    "$((Get-CimInstance @wmi -ClassName WEKF_Settings -Filter "Name = '$name'").Value)" -eq $filterSettings[$name]
  } {
    $setting = Get-CimInstance @wmi -ClassName WEKF_Settings -Filter "Name = '$name'"
    Keep "filter $name" "$($setting.Value)"
    $setting.Value = $filterSettings[$name]; Set-CimInstance -InputObject $setting
  }
}

# --- 4 policies of the machine and of the account
foreach ($row in $machine) { Set-Value "machine $($row[0])\$($row[1])" "HKLM:\$($row[0])" $row[1] $row[2] }
foreach ($name in $logon.Keys) { Set-Value "logon $name" $logonPath $name $logon[$name] }
Ensure '自动登录没有次数限制' 'signing in by itself has no count that ends' { $null -eq (Get-Value $logonPath 'AutoLogonCount') } {
  Keep 'count AutoLogonCount' (Get-Value $logonPath 'AutoLogonCount')
  Remove-ItemProperty -Path $logonPath -Name 'AutoLogonCount'
}
try { Use-Hive { param($hive) foreach ($row in $person) { Set-Value "person $($row[0])\$($row[1])" "$hive\$($row[0])" $row[1] $row[2] } } }
catch { $script:faults = 1; Say "账户的设置没有写成：$_" "The account's own settings could not be written: $_" }

# --- 5 no sleep, no dark screen, the lid does nothing; the power button shuts down
$guid = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
function Get-Active { [regex]::Match((powercfg /getactivescheme | Out-String), $guid).Value }
# A setting of the active plan as Windows shows it, mains and battery: 0x00000000.
function Test-Power([string]$Group, [string]$Setting, [int]$Value) {
  $shown = [regex]::Matches((powercfg /query SCHEME_CURRENT $Group $Setting | Out-String), '0x([0-9a-f]{8})\s*$', 'Multiline')
  $last = @($shown | Select-Object -Last 2)
  $last.Count -eq 2 -and -not ($last | Where-Object { [Convert]::ToInt32($_.Groups[1].Value, 16) -ne $Value })
}
# Group, setting, value: no dark screen, no disk that stops, no sleep; lid and sleep button do nothing, the power button shuts down (3).
$power = @(
  @('SUB_VIDEO', 'VIDEOIDLE', 0), @('SUB_DISK', 'DISKIDLE', 0), @('SUB_SLEEP', 'STANDBYIDLE', 0), @('SUB_SLEEP', 'HIBERNATEIDLE', 0),
  @('SUB_BUTTONS', 'LIDACTION', 0), @('SUB_BUTTONS', 'SBUTTONACTION', 0), @('SUB_BUTTONS', 'PBUTTONACTION', 3)
)
Ensure '供电方案是自己的' 'a power plan of its own' { $script:before['power plan'] -and (Get-Active) -eq $script:before['power plan'] } {
  Keep 'power' (Get-Active)
  if (-not $script:before['power plan']) {
    # A copy of the plan in use: the fast one is not there on every machine.
    $own = [regex]::Match((powercfg /duplicatescheme (Get-Active) | Out-String), $guid).Value
    if (-not $own) { throw 'powercfg /duplicatescheme' }
    Keep 'power plan' $own
    powercfg /changename $own 'Happy Home'
  }
  powercfg /setactive $script:before['power plan']
}
foreach ($row in $power) {
  # Not every machine has a lid or a sleep button; what Windows does not list is not there.
  if (-not (powercfg /query SCHEME_CURRENT $row[0] $row[1] | Out-String).Contains('0x')) { continue }
  Ensure "供电：$($row[1]) = $($row[2])" "power: $($row[1]) = $($row[2])" { Test-Power $row[0] $row[1] $row[2] } {
    # In the plan of our own only, which goes away with -Undo.
    if ((Get-Active) -ne $script:before['power plan']) { throw 'the power plan is not ours' }
    foreach ($side in '/setacvalueindex', '/setdcvalueindex') { powercfg $side SCHEME_CURRENT $row[0] $row[1] $row[2] }
    powercfg /setactive SCHEME_CURRENT
  }
}

if (-not $Check -and $script:faults -eq 0) { Say '好了，请重新启动。' 'Done. Please restart.' }
exit $script:faults
