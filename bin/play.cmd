@echo off
rem Starts a name server and a broker in the background, output in ns.log and bk.log.
START /B CMD /C call "%~dp0mqnamesrv.cmd" ^> ns.log 2^>^&1
START /B CMD /C call "%~dp0mqbroker.cmd" -n localhost:9876 ^> bk.log 2^>^&1
echo "Start Name Server and Broker Successfully."
