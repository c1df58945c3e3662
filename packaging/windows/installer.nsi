; The installer: for one person without administrator's rights, in Thai, and also silent:
;     ITA-Desktop-setup.exe /S /D=C:\folder        (exit code 0: done; 2: not possible, nothing changed)
; The build defines BUNDLE, FILES, OUT, VERSION, NUMBERS, LONGEST and KILOBYTES.

Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
SetDateSave off ; the pictures of the pages are as old as the checkout, and no two checkouts are

!define NAME "ITA Desktop"
!define PROGRAM "ITA Desktop.exe"
!define KIND "ITADesktop.Workbook"
!define OURS "Software\ITA Desktop"
!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\ITA Desktop"

Name "${NAME}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${OURS}" "Folder"
AllowRootDirInstall false
ShowInstDetails nevershow
ShowUninstDetails nevershow

!include MUI2.nsh
!include LogicLib.nsh
!define MUI_ICON "icons/ita-desktop.ico"
!define MUI_UNICON "icons/ita-desktop.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "icons/installer.bmp"
!define MUI_ABORTWARNING
!define MUI_ABORTWARNING_TEXT "ยังติดตั้งไม่เสร็จ ต้องการเลิกติดตั้งหรือไม่"

; NSIS brings Thai of its own, which no office would write.
Caption "ติดตั้ง ${NAME} ${VERSION}"
UninstallCaption "ถอนการติดตั้ง ${NAME}"
UninstallButtonText "ถอน"
SpaceTexts "พื้นที่ที่ต้องใช้: " "พื้นที่ว่าง: "

!macro Heading text subtext
    !define MUI_PAGE_HEADER_TEXT "${text}"
    !define MUI_PAGE_HEADER_SUBTEXT "${subtext}"
!macroend

!macro Outcome done done_more stopped stopped_more
    !define /redef MUI_INSTFILESPAGE_FINISHHEADER_TEXT "${done}"
    !define /redef MUI_INSTFILESPAGE_FINISHHEADER_SUBTEXT "${done_more}"
    !define /redef MUI_INSTFILESPAGE_ABORTHEADER_TEXT "${stopped}"
    !define /redef MUI_INSTFILESPAGE_ABORTHEADER_SUBTEXT "${stopped_more}"
!macroend

!insertmacro Heading "เลือกโฟลเดอร์ของโปรแกรม" "ใช้โฟลเดอร์ที่เสนอไว้ได้เลย หากไม่มีเหตุให้เปลี่ยน"
!define MUI_DIRECTORYPAGE_TEXT_TOP "โปรแกรมจะติดตั้งไว้ในโฟลเดอร์นี้เฉพาะผู้ใช้คนนี้ ไม่ต้องใช้สิทธิ์ผู้ดูแลระบบ และไม่แตะสมุดงานของท่าน"
!define MUI_DIRECTORYPAGE_TEXT_DESTINATION "โฟลเดอร์ของโปรแกรม"
!insertmacro MUI_PAGE_DIRECTORY

!insertmacro Heading "กำลังติดตั้ง" "ใช้เวลาไม่เกินสองสามนาที"
!insertmacro Outcome "ติดตั้งเสร็จแล้ว" "โปรแกรมพร้อมใช้งาน" "ติดตั้งไม่สำเร็จ" "สมุดงานของท่านไม่เสียหาย โปรดลองใหม่"
!insertmacro MUI_PAGE_INSTFILES

!define MUI_FINISHPAGE_TITLE "ติดตั้งเสร็จแล้ว"
!define MUI_FINISHPAGE_TEXT "เปิดโปรแกรมได้จากรูป ${NAME} บนหน้าจอ จากเมนูเริ่ม (Start) หรือดับเบิลคลิกไฟล์ .ita$\r$\n$\r$\nสมุดงานที่มีอยู่แล้วยังอยู่ที่เดิม"
!define MUI_FINISHPAGE_BUTTON "เสร็จสิ้น"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_TEXT "เปิดโปรแกรมเดี๋ยวนี้"
!insertmacro MUI_PAGE_FINISH

!insertmacro Heading "ถอนการติดตั้ง" "นำโปรแกรมออกจากเครื่องนี้"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "จะถอนเฉพาะตัวโปรแกรม สมุดงาน (.ita) ข้อมูลสำรอง และการตั้งค่าของท่านยังอยู่ครบ"
!define MUI_UNCONFIRMPAGE_TEXT_LOCATION "ถอนออกจาก:"
!insertmacro MUI_UNPAGE_CONFIRM

!insertmacro Heading "กำลังถอนการติดตั้ง" "โปรดรอสักครู่"
!insertmacro Outcome "ถอนการติดตั้งแล้ว" "สมุดงานของท่านยังอยู่ครบ" "ถอนการติดตั้งไม่สำเร็จ" "สมุดงานของท่านไม่เสียหาย โปรดลองใหม่"
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Thai"

VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=1054 "ProductName" "${NAME}"
VIAddVersionKey /LANG=1054 "FileDescription" "ตัวติดตั้ง ${NAME}"
VIAddVersionKey /LANG=1054 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1054 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1054 "LegalCopyright" "MIT"

!include "${FILES}" ; InstallFiles and RemoveFiles: every file by its name, so that nothing else is ever removed

!ifdef SIGN
    !finalize '${SIGN} "%1"'
    !uninstfinalize '${SIGN} "%1"'
!endif

; A file of the program that can be opened for writing is not running.
!macro WaitUntilClosed
    ${Do}
        ClearErrors
        ${IfNotThen} ${FileExists} "$INSTDIR\${PROGRAM}" ${|} ${ExitDo} ${|}
        FileOpen $0 "$INSTDIR\${PROGRAM}" a
        ${IfNot} ${Errors}
            FileClose $0
            ${ExitDo}
        ${EndIf}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "โปรแกรม ${NAME} เปิดอยู่ โปรดปิดโปรแกรมก่อน แล้วกดลองใหม่" /SD IDCANCEL IDRETRY +3
        SetErrorLevel 2
        Quit
    ${Loop}
!macroend

Section
    StrLen $0 "$INSTDIR"
    IntOp $0 $0 + ${LONGEST}
    ${If} $0 > 258
        MessageBox MB_OK|MB_ICONSTOP "ชื่อโฟลเดอร์ที่เลือกยาวเกินไปสำหรับ Windows โปรดเลือกโฟลเดอร์ที่ชื่อสั้นกว่านี้" /SD IDOK
        SetErrorLevel 2
        Quit
    ${EndIf}
    !insertmacro WaitUntilClosed

    StrCpy $1 "shortcut"
    ${If} ${FileExists} "$INSTDIR\uninstall.exe" ; a newer version over an older one: what the person changed stays so
        ${IfNotThen} ${FileExists} "$DESKTOP\${NAME}.lnk" ${|} StrCpy $1 "" ${|}
        ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR'
    ${EndIf}

    SetDetailsPrint textonly
    DetailPrint "กำลังวางไฟล์ของโปรแกรม"
    SetDetailsPrint none
    !insertmacro InstallFiles
    SetOutPath "$INSTDIR"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}"
    ${IfThen} $1 == "shortcut" ${|} CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${PROGRAM}" ${|}

    WriteRegStr HKCU "${OURS}" "Folder" "$INSTDIR"
    WriteRegStr HKCU "Software\Classes\.ita" "" "${KIND}"
    WriteRegStr HKCU "Software\Classes\.ita\OpenWithProgids" "${KIND}" ""
    WriteRegStr HKCU "Software\Classes\${KIND}" "" "สมุดงาน ITA"
    WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\${PROGRAM},1"
    WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
    WriteRegStr HKCU "${LISTED}" "DisplayName" "${NAME}"
    WriteRegStr HKCU "${LISTED}" "DisplayVersion" "${VERSION}"
    WriteRegStr HKCU "${LISTED}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
    WriteRegStr HKCU "${LISTED}" "Publisher" "ITA Desktop"
    WriteRegStr HKCU "${LISTED}" "InstallLocation" "$INSTDIR"
    WriteRegStr HKCU "${LISTED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
    WriteRegStr HKCU "${LISTED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
    WriteRegDWORD HKCU "${LISTED}" "EstimatedSize" ${KILOBYTES}
    WriteRegDWORD HKCU "${LISTED}" "NoModify" 1
    WriteRegDWORD HKCU "${LISTED}" "NoRepair" 1
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED: icons of .ita files
SectionEnd

Section Uninstall
    !insertmacro WaitUntilClosed
    SetDetailsPrint textonly
    DetailPrint "กำลังถอนไฟล์ของโปรแกรม"
    SetDetailsPrint none
    !insertmacro RemoveFiles
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${NAME}.lnk"
    Delete "$DESKTOP\${NAME}.lnk"
    ReadRegStr $0 HKCU "Software\Classes\.ita" ""
    ${IfThen} $0 == "${KIND}" ${|} DeleteRegValue HKCU "Software\Classes\.ita" "" ${|}
    DeleteRegValue HKCU "Software\Classes\.ita\OpenWithProgids" "${KIND}"
    DeleteRegKey /ifempty HKCU "Software\Classes\.ita\OpenWithProgids"
    DeleteRegKey /ifempty HKCU "Software\Classes\.ita"
    DeleteRegKey HKCU "Software\Classes\${KIND}"
    DeleteRegKey HKCU "${LISTED}"
    DeleteRegKey HKCU "${OURS}"
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
