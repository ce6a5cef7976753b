"""Takes up again what a killed worker left half done.

A job that is being done holds its lock. Without this, a worker killed in the middle of `deliver_outbox` would leave
that lock taken for ever, and no message would leave again. Every job may run twice: each does only what is still
to be done.
"""

import structlog
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.exceptions import UniqueViolation
from procrastinate.jobs import Status

log = structlog.get_logger(__name__)


@app.periodic(cron="* * * * *")
@app.task(name="take_up_again", queueing_lock="take_up_again", pass_context=True)
async def take_up_again(context: JobContext, timestamp: int) -> int:
    """Every minute: jobs whose worker has given no sign of life for 30 seconds. Returns how many."""
    manager = context.app.job_manager
    count = 0
    for job in await manager.get_stalled_jobs():
        count += 1
        log.warning("job_stalled", job=job.task_name, entry=job.id)
        try:
            await manager.retry_job(job)
        except UniqueViolation:  # the next run of the same job waits already: that one does the work
            await manager.finish_job(job, status=Status.FAILED, delete_job=False)
    return count
