using Microsoft.EntityFrameworkCore;
using Portal.Outbox;
using Portal.Policies.Domain;
using Portal.Policies.Domain.Imports;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Policies.Storage;

/// <summary>The service's database. What belongs to an agency is seen by that agency alone.</summary>
internal sealed class PolicyDb(DbContextOptions<PolicyDb> options, AgencyScope scope) : DbContext(options)
{
    public DbSet<Policy> Policies => Set<Policy>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Renewal> Renewals => Set<Renewal>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<ImportFile> ImportFiles => Set<ImportFile>();

    public DbSet<StoredProblem> ImportProblems => Set<StoredProblem>();

    public DbSet<RememberedAnswer> Answers => Set<RememberedAnswer>();

    private AgencyId Agency => new(scope.AgencyId);

    private bool SeesAll => scope.IsUnbounded;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<PolicyId>().HaveConversion<Conversions.OfPolicyId>();
        configurationBuilder.Properties<AgencyId>().HaveConversion<Conversions.OfAgencyId>();
        configurationBuilder.Properties<AccountId>().HaveConversion<Conversions.OfAccountId>();
        configurationBuilder.Properties<DistributionId>().HaveConversion<Conversions.OfDistributionId>();
        configurationBuilder.Properties<ImportId>().HaveConversion<Conversions.OfImportId>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(PolicyDb).Assembly);
        modelBuilder.Entity<Policy>().HasQueryFilter(AgencyScope.Filter, policy => SeesAll || policy.AgencyId == Agency);
        modelBuilder.Entity<Account>().HasQueryFilter(AgencyScope.Filter, account => SeesAll || account.AgencyId == Agency);
        modelBuilder.Entity<Renewal>().HasQueryFilter(AgencyScope.Filter, renewal => SeesAll || renewal.AgencyId == Agency);
        modelBuilder.Entity<Import>().HasQueryFilter(AgencyScope.Filter, import => SeesAll || import.AgencyId == Agency);
        modelBuilder.Entity<RememberedAnswer>().HasQueryFilter(AgencyScope.Filter, answer => SeesAll || answer.AgencyId == Agency);
        modelBuilder.AddOutbox();
    }
}
