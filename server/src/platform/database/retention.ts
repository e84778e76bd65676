import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Jobs } from '../jobs/jobs.js';

/** Working rows of the platform that nobody needs any more; real time, in batches. */
const kept = [
  `DELETE FROM idempotency WHERE ctid IN (SELECT ctid FROM idempotency WHERE at < now() - interval '7 days' LIMIT 5000)`,
  `DELETE FROM user_event WHERE ctid IN (SELECT ctid FROM user_event WHERE written_at < now() - interval '30 days' LIMIT 5000)`,
  `DELETE FROM rate_limit WHERE expire < extract(epoch FROM now()) * 1000 - 3600000`,
  `DELETE FROM livekit_webhook WHERE received_at < now() - interval '7 days'`,
];
const everySeconds = 600;

@Injectable()
export class Retention implements OnModuleInit {
  constructor(private readonly jobs: Jobs) {}

  onModuleInit(): void {
    this.jobs.sweep('platform retention', everySeconds, async ({ em }) => {
      let gone = 0;
      for (const statement of kept) gone += ((await em.query(statement)) as [unknown[], number])[1];
      return gone;
    });
  }
}
