@echo off
rem Runs a class of the name server: runserver.cmd main-class [arguments]
setlocal
call "%~dp0jvm.cmd" || EXIT /B 1

rem The heap is a share of the memory. To name it, write for example -server -Xms256m -Xmx256m into this line.
set "JAVA_OPT=%JAVA_OPT% -server -XX:InitialRAMPercentage=1 -XX:MaxRAMPercentage=10"
"%JAVA%" -XX:MetaspaceSize=64m -XX:-OmitStackTraceInFastThrow %NATIVE_OPT% %JAVA_OPT% %JAVA_OPT_EXT% -cp "%CLASS_PATH%" %*
