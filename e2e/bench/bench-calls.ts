// npm run bench:calls: how long a call takes, and to come back; real engines, two Chromiums in network namespaces.
import { takeCallsBench } from './take-calls-bench.ts'

await takeCallsBench()
