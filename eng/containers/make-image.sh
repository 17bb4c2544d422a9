#!/usr/bin/env bash
# Makes an image of one of Debian's packages, under the name and tag of the official one:
# make-image.sh BASE FOLDER IMAGE PACKAGE EXPOSE. BASE is a minimal Debian, FOLDER is where it is worked in.
set -euo pipefail
base=$1 folder=$2 image=$3 package=$4 expose=$5
entrypoints=$(dirname "${BASH_SOURCE[0]}")
name=${image%%:*}
version=${image#*:}
version=${version%-management}

cp -a --one-file-system "$base" "$folder"
# From where and how this machine gets its packages.
for part in sources.list sources.list.d apt.conf.d preferences.d; do
  [ ! -e "/etc/apt/$part" ] || { rm -rf "${folder:?}/etc/apt/$part" && cp -r "/etc/apt/$part" "$folder/etc/apt/$part"; }
done
cp /etc/resolv.conf /etc/hosts "$folder/etc/"
# No service is started in the making.
printf '#!/bin/sh\nexit 101\n' > "$folder/usr/sbin/policy-rc.d"
chmod 755 "$folder/usr/sbin/policy-rc.d"

mount -t proc proc "$folder/proc"
trap 'umount "$folder/proc"' EXIT
{
  chroot "$folder" apt-get update -qq
  chroot "$folder" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package"
  chroot "$folder" apt-get clean
} > "$folder.log" 2>&1 < /dev/null || { tail -n 10 "$folder.log" >&2; exit 1; }
installed=$(chroot "$folder" dpkg-query --show --showformat '${Version}' "$package")
umount "$folder/proc"
trap - EXIT

# An image must be what its tag says.
case "$installed" in
  "$version"-*) ;;
  *)
    echo "Debian has $package $installed, the tag says $version: change it in tests/Portal.TestServers/Containers/Images.cs." >&2
    exit 1
    ;;
esac

# The cluster that the package makes would be in the way.
rm -rf "$folder"/var/lib/postgresql/15
install -m 755 "$entrypoints/$name-entrypoint.sh" "$folder/entrypoint.sh"
tar -C "$folder" --one-file-system -c . | docker import --change 'ENTRYPOINT ["/entrypoint.sh"]' --change "$expose" - "$image" > /dev/null
rm -rf "$folder"
