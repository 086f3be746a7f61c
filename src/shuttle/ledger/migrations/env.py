"""What alembic runs: the migrations, in the transaction and on the connection that it is given."""

from alembic import context

# Absent when something other than alembic imports this file, such as a collector of doctests.
config = getattr(context, "config", None)
if config is not None:
    context.configure(connection=config.attributes["connection"], transactional_ddl=False)
    context.run_migrations()
