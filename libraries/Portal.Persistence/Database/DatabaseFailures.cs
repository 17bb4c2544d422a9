using Npgsql;

namespace Portal.Persistence.Database;

/// <summary>Recognises failures of the database.</summary>
public static class DatabaseFailures
{
    /// <summary>
    /// What the database or its driver said, also where EF Core wrapped it: what may pass comes as an
    /// InvalidOperationException, what was to be saved as a DbUpdateException. Code that uses a context and catches
    /// NpgsqlException alone misses both.
    /// </summary>
    /// <returns>Null where the failure is none of the database's.</returns>
    public static NpgsqlException? OfDatabase(this Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is NpgsqlException said)
            {
                return said;
            }
        }

        return null;
    }
}
