; The Windows installer: for all users, Chinese first, nothing fetched. pack-setup.mjs defines VERSION, PROGRAM (the laid-out folder), OUT, ICON.
; The new program is unpacked beside the old one; two renames change them over, and the old one is kept as "Happy Home.old": power that goes at
; any moment leaves one that starts (see PutBack). Exit codes with /S: 0 done, 3 a newer version is here, 4 the program is running.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
; The same installer from the same files, whenever they were laid out.
SetDateSave off
!include MUI2.nsh
!include x64.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include LogicLib.nsh

Name "Happy Home"
OutFile "${OUT}"
RequestExecutionLevel admin
InstallDir "$PROGRAMFILES64\Happy Home"
ShowInstDetails nevershow
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "Happy Home"
VIAddVersionKey /LANG=2052 "FileDescription" "Happy Home"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString newer ${LANG_SIMPCHINESE} "这台电脑上的快乐家园版本更新（$0），没有改动。"
LangString newer ${LANG_ENGLISH} "A newer Happy Home ($0) is on this PC. Nothing was changed."
LangString running ${LANG_SIMPCHINESE} "快乐家园正在运行。请先注销 kiosk 账户，再安装。没有改动。"
LangString running ${LANG_ENGLISH} "Happy Home is running. Please sign the account kiosk out first. Nothing was changed."
LangString stays ${LANG_SIMPCHINESE} "孩子们的数据（各账户的 AppData\Roaming\happy-home）没有删除。"
LangString stays ${LANG_ENGLISH} "The children's data (AppData\Roaming\happy-home of each account) was not erased."

!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\HappyHome"
!define EXE "Happy Home.exe"

; Power went between the two renames of the last installation: the old program takes its place again.
!macro PutBack
  ${IfNot} ${FileExists} "$INSTDIR\${EXE}"
  ${AndIf} ${FileExists} "$INSTDIR.old\${EXE}"
    RMDir /r "$INSTDIR"
    Rename "$INSTDIR.old" "$INSTDIR"
  ${EndIf}
!macroend

Function .onInit
  SetRegView 64
  StrCpy $INSTDIR "$PROGRAMFILES64\Happy Home"
  ReadRegStr $0 HKLM "${KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      MessageBox MB_OK|MB_ICONSTOP "$(newer)" /SD IDOK
      SetErrorLevel 3
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Section
  SetRegView 64
  SetShellVarContext all
  !insertmacro PutBack
  RMDir /r "$INSTDIR.new"
  SetOutPath "$INSTDIR.new"
  File /r "${PROGRAM}/*"
  WriteUninstaller "$INSTDIR.new\Uninstall.exe"
  ; A folder that is the current one of a process cannot be renamed.
  SetOutPath "$TEMP"
  ${If} ${FileExists} "$INSTDIR\*"
    RMDir /r "$INSTDIR.old"
    ClearErrors
    Rename "$INSTDIR" "$INSTDIR.old"
    ${If} ${Errors}
      RMDir /r "$INSTDIR.new"
      MessageBox MB_OK|MB_ICONSTOP "$(running)" /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
  ${EndIf}
  Rename "$INSTDIR.new" "$INSTDIR"
  WriteRegStr HKLM "${KEY}" "DisplayName" "Happy Home 快乐家园"
  WriteRegStr HKLM "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKLM "${KEY}" "DisplayIcon" '"$INSTDIR\${EXE}"'
  WriteRegStr HKLM "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKLM "${KEY}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKLM "${KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKLM "${KEY}" "NoModify" 1
  WriteRegDWORD HKLM "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKLM "${KEY}" "EstimatedSize" "$0"
  CreateShortcut "$SMPROGRAMS\Happy Home.lnk" "$INSTDIR\${EXE}"
SectionEnd

Section Uninstall
  SetRegView 64
  SetShellVarContext all
  RMDir /r "$INSTDIR"
  RMDir /r "$INSTDIR.old"
  RMDir /r "$INSTDIR.new"
  Delete "$SMPROGRAMS\Happy Home.lnk"
  DeleteRegKey HKLM "${KEY}"
  MessageBox MB_OK|MB_ICONINFORMATION "$(stays)" /SD IDOK
SectionEnd
