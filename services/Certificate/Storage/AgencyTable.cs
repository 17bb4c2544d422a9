using Microsoft.EntityFrameworkCore;

namespace Portal.Certificates.Storage;

/// <summary>Writes the copies of agencies, each in one statement, since two replicas may write a row at once.</summary>
internal sealed class AgencyTable(CertificateDb db)
{
    /// <summary>Adds the copy or replaces an older one; one of the same or a newer version stays.</summary>
    public Task KeepAsync(AgencyDetails agency, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        insert into agencies (id, version, state)
        values ({agency.AgencyId}, {agency.Version}, {JsonColumns.Write(agency)}::jsonb)
        on conflict (id) do update set version = excluded.version, state = excluded.state
        where agencies.version < excluded.version
        """,
        cancellationToken);
}
