using Microsoft.EntityFrameworkCore;
using Portal.Insurance;
using Portal.Persistence;
using Portal.Persistence.Outbox;
using Portal.Policies.Domain.Accounts;
using Portal.Policies.Domain.Imports;
using Portal.Policies.Domain.Policies;
using Portal.Policies.Domain.Renewals;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Policies.Storage;

/// <summary>The service's database.</summary>
internal sealed class PolicyDb(DbContextOptions<PolicyDb> options, AgencyScope scope) : PortalDb(options, scope)
{
    public DbSet<Policy> Policies => Set<Policy>();

    public DbSet<StoredEvent> PolicyEvents => Set<StoredEvent>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Renewal> Renewals => Set<Renewal>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportFile> ImportFiles => Set<ImportFile>();

    public DbSet<StoredProblem> ImportProblems => Set<StoredProblem>();

    public DbSet<IdempotentAnswer> Answers => Set<IdempotentAnswer>();

    /// <exception cref="InvalidOperationException">A policy changed and its event is not stored with it.</exception>
    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (ChangeTracker.Entries<Policy>().FirstOrDefault(entry => entry.Entity.HasUnrecorded) is { } changed)
        {
            throw new InvalidOperationException(
                $"Policy {changed.Entity.Id} changed; store what happened to it by {nameof(PolicyEventLog)}.");
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<PolicyId>().HaveConversion<Conversions.OfPolicyId>();
        configurationBuilder.Properties<AgencyId>().HaveConversion<Conversions.OfAgencyId>();
        configurationBuilder.Properties<AccountId>().HaveConversion<Conversions.OfAccountId>();
        configurationBuilder.Properties<DistributionId>().HaveConversion<Conversions.OfDistributionId>();
        configurationBuilder.Properties<ImportId>().HaveConversion<Conversions.OfImportId>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddOutbox();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PolicyDb).Assembly);
    }
}
