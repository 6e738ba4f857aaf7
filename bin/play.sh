#!/bin/sh
# Starts a name server and a broker in the background, output in ns.log and bk.log. Run it inside bin.

address=$(hostname -i 2>/dev/null | awk '{ print $1 }')
address=${address:-127.0.0.1}
nohup sh ./mqnamesrv >ns.log 2>&1 &
nohup sh ./mqbroker -n "$address:9876" >bk.log 2>&1 &
echo "Start Name Server and Broker Successfully, $address:9876"
