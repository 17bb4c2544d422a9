using Microsoft.EntityFrameworkCore;
using Portal.Insurance;
using Portal.Outbox;
using Portal.Policies.Domain;
using Portal.Policies.Domain.Imports;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Policies.Storage;

/// <summary>The service's database. What belongs to an agency is seen by that agency alone, what to an account by whoever may see it.</summary>
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

    private AccountId Account => new(scope.AccountId.GetValueOrDefault());

    private bool SeesEveryAccount => scope.SeesEveryAccount;

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
        modelBuilder.Entity<Policy>()
            .HasQueryFilter(AgencyScope.Filter, policy => SeesAll || policy.AgencyId == Agency)
            .HasQueryFilter(AgencyScope.AccountFilter, policy => SeesEveryAccount || policy.AccountId == Account);
        modelBuilder.Entity<Account>()
            .HasQueryFilter(AgencyScope.Filter, account => SeesAll || account.AgencyId == Agency)
            .HasQueryFilter(AgencyScope.AccountFilter, account => SeesEveryAccount || account.Id == Account);
        modelBuilder.Entity<Renewal>()
            .HasQueryFilter(AgencyScope.Filter, renewal => SeesAll || renewal.AgencyId == Agency)
            .HasQueryFilter(AgencyScope.AccountFilter, renewal => SeesEveryAccount || renewal.AccountId == Account);
        modelBuilder.Entity<RememberedAnswer>()
            .HasQueryFilter(AgencyScope.Filter, answer => SeesAll || answer.AgencyId == Agency)
            .HasQueryFilter(AgencyScope.AccountFilter, answer => SeesEveryAccount || answer.AccountId == Account);

        // An import is the whole agency's.
        modelBuilder.Entity<Import>()
            .HasQueryFilter(AgencyScope.Filter, import => SeesAll || import.AgencyId == Agency)
            .HasQueryFilter(AgencyScope.AccountFilter, _ => SeesEveryAccount);
        modelBuilder.Entity<ImportFile>().HasQueryFilter(AgencyScope.AccountFilter, _ => SeesEveryAccount);
        modelBuilder.Entity<StoredProblem>().HasQueryFilter(AgencyScope.AccountFilter, _ => SeesEveryAccount);
        modelBuilder.AddOutbox();
    }
}
