#!/bin/sh
# Starts Ninefold in the browser of this computer. A folder of workbooks may be named.
here=$(cd "$(dirname "$0")" && pwd)
if [ -x "$here/node/bin/node" ]; then
  node="$here/node/bin/node"
elif command -v node >/dev/null 2>&1; then
  node=node
else
  echo "Ninefold needs Node 24 or newer, and there is none on this computer. Ask for it, or put its folder in here under the name node." >&2
  exit 1
fi
exec "$node" "$here/app/start.cjs" "$@"
