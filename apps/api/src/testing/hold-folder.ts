/** `hold-folder.ts FOLDER`: takes a folder, says so, and ends without giving it back once its input does. */
import process from 'node:process';
import { lockFolder } from '../store/folder-lock.ts';

await lockFolder(process.argv[2] ?? '', () => {});
process.stdout.write('held');
process.stdin.on('end', () => process.exit(1)).resume();
