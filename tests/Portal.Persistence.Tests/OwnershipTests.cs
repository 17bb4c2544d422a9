using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Portal.Persistence.Tenancy;
using Portal.ServiceDefaults.Agencies;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Persistence.Tests;

/// <summary>What an entity says of whose its rows are, and the filters that come of it. No server is asked.</summary>
public sealed class OwnershipTests
{
    private static readonly Guid Agency = Guid.NewGuid();
    private static readonly Guid Account = Guid.NewGuid();
    private static readonly Guid Person = Guid.NewGuid();

    [Fact]
    public void The_markers_bound_by_agency_and_by_account()
    {
        var sql = Asked<Plain>(_ => { });

        Assert.Matches(@"WHERE \(@\w+ OR e.agency_id = @\w+\) AND \(@\w+ OR e.account_id = @\w+\)$", sql);
        Assert.Contains($"'{Agency}'", sql, StringComparison.Ordinal);
        Assert.Contains($"'{Account}'", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_of_the_domains_own_type_is_compared_as_a_parameter_too()
    {
        var sql = Asked<Typed>(_ => { });

        Assert.Matches(@"WHERE \(@\w+ OR e.agency_id = @\w+\) AND \(@\w+ OR e.account_id = @\w+\)$", sql);
        Assert.Contains($"'{Agency}'", sql, StringComparison.Ordinal);
        Assert.Contains($"'{Account}'", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_the_agency_or_the_account_itself_is_bounded_by_its_own_id()
    {
        Assert.Matches(
            @"WHERE \(@\w+ OR e.id = @\w+\) AND \(@\w+ OR e.id = @\w+\)$",
            Asked<Bare>(model => model.Entity<Bare>().IsOwnedByAgency(one => one.Id).IsOwnedByAccount(one => one.Id)));
    }

    [Fact]
    public void What_is_a_persons_is_bounded_by_who_asks()
    {
        var sql = Asked<Bare>(
            model => model.Entity<Bare>().IsOwnedByNoAgency("It is a test.").IsOwnedByPerson(one => one.Id));

        Assert.Matches(@"WHERE @\w+ OR e.id = @\w+$", sql);
        Assert.Contains($"'{Person}'", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_hidden_is_seen_by_nobody_who_is_bounded() => Assert.Matches(
        @"WHERE @\w+$", Asked<Bare>(
            model => model.Entity<Bare>().IsOwnedByNoAgency("It is a test.").IsHiddenFromAccounts()));

    [Fact]
    public void What_is_nobodys_has_no_filter_and_keeps_the_reason()
    {
        using var db = Sketch<Bare>.Open(Request(), model => model.Entity<Bare>().IsOwnedByNobody("It is a test."));
        var entity = db.Model.FindEntityType(typeof(Bare))!;

        Assert.EndsWith("FROM entities AS e", db.Entities.ToQueryString().TrimEnd(), StringComparison.Ordinal);
        Assert.Empty(entity.GetDeclaredQueryFilters());
        Assert.Equal("It is a test.", entity.WhyWithout(AgencyScope.Filter));
        Assert.Equal("It is a test.", entity.WhyWithout(AgencyScope.AccountFilter));
    }

    [Fact]
    public void A_model_with_an_entity_that_was_forgotten_is_not_built()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => Asked<Bare>(_ => { }));

        Assert.Contains($"{typeof(Bare)} are (agency)", refused.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(
            () => Asked<Bare>(model => model.Entity<Bare>().IsOwnedByAgency(one => one.Id)));
    }

    [Fact]
    public void Nothing_is_said_twice()
    {
        Assert.Throws<InvalidOperationException>(
            () => Asked<Plain>(model => model.Entity<Plain>().IsOwnedByAgency(one => one.Id)));
        Assert.Throws<InvalidOperationException>(
            () => Asked<Plain>(
                model => model.Entity<Plain>().HasQueryFilter(AgencyScope.Filter, one => one.Id != Guid.Empty)));
    }

    [Fact]
    public void One_filter_may_be_written_by_hand() => Assert.Matches(
        $@"WHERE e.id <> '{Person}' AND \(@\w+ OR e.id = @\w+\)$",
        Asked<Bare>(model => model.Entity<Bare>().IsOwnedByAgency(one => one.Id)
            .HasQueryFilter(AgencyScope.AccountFilter, one => one.Id != Person)));

    private static string Asked<T>(Action<ModelBuilder> model)
        where T : class
    {
        using var db = Sketch<T>.Open(Request(), model);
        return db.Entities.ToQueryString().TrimEnd();
    }

    private static DefaultHttpContext Request() => new()
    {
        User = new ClaimsPrincipal(new ClaimsIdentity(
        [
            new Claim(PortalClaims.Agency, Agency.ToString()),
            new Claim(PortalClaims.Account, Account.ToString()),
            new Claim(PortalClaims.Subject, Person.ToString()),
        ],
        "test")),
    };

    private readonly record struct AgencyKey(Guid Value);

    private readonly record struct AccountKey(Guid Value);

    private sealed class Bare
    {
        public Guid Id { get; init; }
    }

    private sealed class Plain : IOwnedByAgency<Guid>, IOwnedByAccount<Guid?>
    {
        public Guid Id { get; init; }

        public Guid AgencyId { get; init; }

        public Guid? AccountId { get; init; }
    }

    private sealed class Typed : IOwnedByAgency<AgencyKey>, IOwnedByAccount<AccountKey>
    {
        public Guid Id { get; init; }

        public AgencyKey AgencyId { get; init; }

        public AccountKey AccountId { get; init; }
    }

    /// <summary>A context of one entity, which is built anew each time.</summary>
    private sealed class Sketch<T>(DbContextOptions options, AgencyScope scope, Action<ModelBuilder> model)
        : PortalDb(options, scope)
        where T : class
    {
        public DbSet<T> Entities => Set<T>();

        public static Sketch<T> Open(HttpContext request, Action<ModelBuilder> model) => new(
            new DbContextOptionsBuilder<Sketch<T>>().UseNpgsql("Host=127.0.0.1;Port=1").UseSnakeCaseNamingConvention()
                .EnableServiceProviderCaching(false).Options,
            new AgencyScope(new HttpContextAccessor { HttpContext = request }),
            model);

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
        {
            base.ConfigureConventions(configurationBuilder);
            configurationBuilder.Properties<AgencyKey>().HaveConversion<OfAgencyKey>();
            configurationBuilder.Properties<AccountKey>().HaveConversion<OfAccountKey>();
        }

        protected override void OnModelCreating(ModelBuilder modelBuilder) => model(modelBuilder);
    }

    private sealed class OfAgencyKey()
        : ValueConverter<AgencyKey, Guid>(key => key.Value, value => new AgencyKey(value));

    private sealed class OfAccountKey()
        : ValueConverter<AccountKey, Guid>(key => key.Value, value => new AccountKey(value));
}
