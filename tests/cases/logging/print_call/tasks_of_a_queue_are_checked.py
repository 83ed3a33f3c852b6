from celery import shared_task


@shared_task
def build(order):
    print("building")  # finding: QK401
