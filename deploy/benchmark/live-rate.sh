#!/usr/bin/env bash
# How many packets a second a live sensor takes without loss: a veth pair between two network namespaces of its own,
# tcpreplay on one end, the sensor on the other. The rate is raised until the kernel's drop counter moves.
# Needs root, tcpreplay, iproute2, libpcap and a build (./wirecase up, or mvn package -DskipTests).
set -u

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
rates=${1:-"50000 100000 150000 200000 300000 400000 500000 600000"}
seconds=${2:-10}
scale=${3:-0.4}
app=$here/capture-service/target/quarkus-app
[ -d "$app" ] || { echo "build first: mvn -DskipTests package"; exit 70; }
for tool in ip tcpreplay; do
  command -v "$tool" >/dev/null || { echo "needs $tool (Debian: apt-get install iproute2 tcpreplay)"; exit 70; }
done
[ "$(id -u)" = 0 ] || { echo "needs root, for network namespaces"; exit 70; }
classes=${CLASSES:-$here/capture-service/target/classes}:$(echo "$app"/lib/main/*.jar "$app"/lib/boot/*.jar | tr ' ' ':')
java=${JAVA_HOME:+$JAVA_HOME/bin/}java

work=$(mktemp -d)
a=wirecase-send-$$
b=wirecase-hear-$$
end() {
  ip netns del $a 2>/dev/null
  ip netns del $b 2>/dev/null
  rm -rf "$work"
}
trap end EXIT

ip netns add $a && ip netns add $b || exit 70
ip link add send0 netns $a type veth peer name hear0 netns $b || exit 70
# No IPv6, so that the kernel says nothing by itself; no queue, so that what is sent arrives or is counted as not sent.
for side in "$a send0" "$b hear0"; do
  set -- $side
  ip netns exec "$1" sysctl -q -w net.ipv6.conf.all.disable_ipv6=1
  ip netns exec "$1" ip link set "$2" mtu 9000 up
done

echo "writing a campus's traffic"
"$java" -cp "$here/scenarios/target/classes:$classes" \
  io.wirecase.scenarios.app.Scenarios bulk-campus --scale "$scale" -o "$work/campus.pcap" || exit 70

for rate in $rates; do
  mkfifo "$work/in"
  ip netns exec $b "$java" -XX:+UseSerialGC -Xmx1g --enable-native-access=ALL-UNNAMED \
    -cp "$classes" \
    io.wirecase.capture.app.LiveBenchmark hear0 "$work/kept" <"$work/in" >"$work/out" 2>"$work/err" &
  sensor=$!
  exec 7>"$work/in"
  until grep -q listening "$work/out" 2>/dev/null; do
    kill -0 $sensor 2>/dev/null || { cat "$work/out" "$work/err"; exit 70; }
    sleep 0.2
  done
  # What is lost while the virtual machine compiles is no property of the rate: it is told apart, in the first line.
  ip netns exec $a tcpreplay -q -i send0 --preload-pcap --pps=50000 --duration=8 --loop=0 "$work/campus.pcap" >/dev/null 2>&1
  sleep 1
  echo reset >&7
  sleep 1
  ip netns exec $a tcpreplay -q -i send0 --preload-pcap --pps="$rate" --duration="$seconds" --loop=0 \
    "$work/campus.pcap" >"$work/sent" 2>&1
  sleep 2
  echo reset >&7
  sleep 1
  exec 7>&-
  wait $sensor
  echo "asked for $rate packets/s: $(grep -m1 Rated "$work/sent") $(grep -m1 -o 'Actual.*' "$work/sent")"
  sed -n -e 's/^read/  read/p' "$work/out"
  rm -f "$work/in"
  rm -rf "$work/kept"
done
