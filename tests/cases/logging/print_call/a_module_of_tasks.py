from invoke import task


@task
def build(context):
    print("building")
