module rooivalk.sandbox/pod-init

go 1.24
