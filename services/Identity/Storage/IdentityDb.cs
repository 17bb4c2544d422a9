using Microsoft.EntityFrameworkCore;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.Clients;
using Portal.Identity.Domain.Keys;
using Portal.Identity.Features.ImportClients;
using Portal.Outbox;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Identity.Storage;

/// <summary>
/// Identity's database. What belongs to an agency is seen only within <see cref="AgencyScope"/>; clients of the API and keys
/// belong to none, because they are looked up before it is known who calls.
/// </summary>
internal sealed class IdentityDb(DbContextOptions<IdentityDb> options, AgencyScope agency) : DbContext(options)
{
    public DbSet<Agency> Agencies => Set<Agency>();

    public DbSet<StaffMember> Staff => Set<StaffMember>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<ApiClient> ApiClients => Set<ApiClient>();

    public DbSet<SigningKey> SigningKeys => Set<SigningKey>();

    public DbSet<ImportOutcome> ImportOutcomes => Set<ImportOutcome>();

    private AgencyScope Scope => agency;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddOutbox();
        modelBuilder.Entity<Agency>(entity =>
        {
            entity.ToTable("agencies");
            entity.ComplexProperty(one => one.Details, details => details.ToJson());
            entity.Property(one => one.Version).IsConcurrencyToken();
            entity.HasQueryFilter(AgencyScope.Filter, one => Scope.IsUnbounded || one.Id == Scope.AgencyId);
        });
        modelBuilder.Entity<StaffMember>(entity =>
        {
            entity.ToTable("staff");
            entity.Property(one => one.Role).HasConversion<string>();
            entity.HasIndex(one => new { one.AgencyId, one.Email }).IsUnique();
            entity.HasQueryFilter(AgencyScope.Filter, one => Scope.IsUnbounded || one.AgencyId == Scope.AgencyId);
        });
        modelBuilder.Entity<Account>(entity =>
        {
            entity.ToTable("accounts");
            entity.ComplexProperty(one => one.Details, details => details.ToJson());
            entity.Property(one => one.Version).IsConcurrencyToken();
            entity.HasIndex(one => new { one.AgencyId, one.ClientRef }).IsUnique();
            entity.HasIndex(one => new { one.AgencyId, one.SortName, one.Id });
            entity.HasQueryFilter(AgencyScope.Filter, one => Scope.IsUnbounded || one.AgencyId == Scope.AgencyId);
        });
        modelBuilder.Entity<ApiClient>(entity =>
        {
            entity.ToTable("api_clients");
            entity.Property(one => one.Kind).HasConversion<string>();
        });
        modelBuilder.Entity<SigningKey>(entity =>
        {
            entity.ToTable("signing_keys");
            entity.HasIndex(one => one.IsCurrent).IsUnique().HasFilter("\"IsCurrent\"");
        });
        modelBuilder.Entity<ImportOutcome>(entity =>
        {
            entity.ToTable("import_outcomes");
            entity.HasKey(one => new { one.ImportId, one.Batch });
        });
    }
}
