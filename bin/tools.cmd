@echo off
rem Runs any class of lib in a small JVM that starts fast: tools.cmd main-class [arguments]
setlocal
call "%~dp0jvm.cmd" || EXIT /B 1

rem Heap of the tools; other sizes may be written into this line.
set "JAVA_OPT=%JAVA_OPT% -server -Xms16m -Xmx256m"
"%JAVA%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto %NATIVE_OPT% %JAVA_OPT% %JAVA_OPT_EXT% -cp "%CLASS_PATH%" %*
