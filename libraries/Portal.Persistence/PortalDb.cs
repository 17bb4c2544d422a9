using Microsoft.EntityFrameworkCore;
using Portal.Persistence.Tenancy;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Persistence;

/// <summary>
/// A service's context. Every entity says whose its rows are, by <see cref="IOwnedByAgency{TId}"/> and
/// <see cref="IOwnedByAccount{TId}"/> or in its configuration (<see cref="OwnershipExtensions"/>), and gets its query
/// filters from that; a model with one that does not is not built.
/// </summary>
/// <param name="options">Where the database is.</param>
/// <param name="scope">Whose rows are seen.</param>
public abstract class PortalDb(DbContextOptions options, AgencyScope scope) : DbContext(options)
{
    /// <summary>Whose rows are seen.</summary>
    protected internal AgencyScope Scope => scope;

    /// <summary>Adds the filters; who overrides it calls this one too.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Conventions.Add(_ => new OwnershipConvention(this));
}
