using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Auditing;
using Portal.Contracts.Identity;
using Portal.Persistence.Outbox;
using Portal.Persistence.Tests.Support;
using Portal.Testing;

namespace Portal.Persistence.Tests;

public sealed class RecordedActionTests(Servers servers) : IAsyncLifetime
{
    private readonly Guid _agency = Guid.CreateVersion7();
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await TestService.StartAsync(
        await servers.CreateDatabaseAsync(
            "ledger", TestService.Token), await servers.CreateVirtualHostAsync(TestService.Token));

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task What_a_person_changes_is_told_in_the_transaction_that_changes_it()
    {
        var (account, session) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Request(
            new ConcernedClient.NamedByHandler(), "POST", ("role", "agent"), ("name", "Dana"), ("sid", $"{session}"))
            .Concerns(account);

        await _service.ChangeAsync(Add);

        var told = Assert.Single(await ToldAsync());
        Assert.Equal(
            (_agency, account, "person", "agent", "Dana"),
            (told.AgencyId, told.AccountId, told.ActorId, told.ActorRole, told.ActorName));
        Assert.Equal((session, null, null), (told.SessionId, told.OnBehalfOf, told.DelegationId));
        Assert.Equal(("ledger.POST", "/entries", "203.0.113.7"), (told.Action, told.Target, told.From));
    }

    [Fact]
    public async Task Who_is_bounded_to_an_account_acts_on_that_one_whatever_a_handler_says()
    {
        var account = Guid.CreateVersion7();
        Request("POST", ("role", "insured"), ("account", $"{account}")).Concerns(Guid.CreateVersion7());

        await _service.ChangeAsync(Add);

        Assert.Equal(account, Assert.Single(await ToldAsync()).AccountId);
    }

    [Fact]
    public async Task The_client_in_a_routes_address_is_the_one_that_the_action_concerns()
    {
        var account = Guid.CreateVersion7();
        Request(
            new ConcernedClient.InAddress("client"),
            "POST",
            ("role", "agent")).Request.RouteValues["client"] = $"{account}";

        await _service.ChangeAsync(Add);

        Assert.Equal(account, Assert.Single(await ToldAsync()).AccountId);
    }

    [Fact]
    public async Task A_handler_that_was_to_name_the_client_and_did_not_saves_nothing()
    {
        Request(new ConcernedClient.NamedByHandler(), "POST", ("role", "agent"));

        var forgotten = await Assert.ThrowsAsync<InvalidOperationException>(() => _service.ChangeAsync(Add));

        Assert.Contains("Concerns", forgotten.Message, StringComparison.Ordinal);
        Assert.Empty(await ToldAsync());
    }

    [Fact]
    public async Task A_route_that_does_not_say_which_client_it_concerns_saves_nothing()
    {
        Request(null, "POST", ("role", "agent"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => _service.ChangeAsync(Add));

        Assert.Empty(await ToldAsync());
    }

    [Theory]
    [InlineData("GET", "agent")]
    [InlineData("HEAD", "agent")]
    [InlineData("POST", "service")]
    public async Task Reading_and_what_services_do_is_not_told(string method, string role)
    {
        Request(method, ("role", role));

        await _service.ChangeAsync(Add);

        Assert.Empty(await ToldAsync());
    }

    [Fact]
    public async Task A_stranger_and_work_without_a_request_are_not_told_of()
    {
        await _service.ChangeAsync(Add);
        Accessor.HttpContext = new DefaultHttpContext { Request = { Method = "POST" } };
        await _service.ChangeAsync(Add);

        Assert.Empty(await ToldAsync());
    }

    [Fact]
    public async Task Where_nothing_changes_nothing_is_told()
    {
        Request("POST", ("role", "agent"));

        await _service.ChangeAsync(_ => { });

        Assert.Empty(await ToldAsync());
    }

    [Fact]
    public async Task What_is_rolled_back_was_not_done_and_the_next_attempt_is_the_same_act()
    {
        Request("POST", ("role", "agent"));
        string first;
        await using (var scope = _service.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<Ledger>();
            await using var transaction = await db.Database.BeginTransactionAsync(TestService.Token);
            Add(db);
            await db.SaveChangesAsync(TestService.Token);
            first = db.ChangeTracker.Entries<OutboxMessage>().Single().Entity.Body;
        }

        Assert.Empty(await ToldAsync());
        await _service.ChangeAsync(Add);
        Assert.Equal(
            JsonSerializer.Deserialize<ActionRecorded>(first, MessageTypes.Json)!.ActionId,
            Assert.Single(await ToldAsync()).ActionId);
    }

    [Fact]
    public async Task An_attempt_to_save_that_failed_and_is_made_again_is_told_once()
    {
        Request("POST", ("role", "agent"));
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Ledger>();
        Add(db);
        using (var gone = new CancellationTokenSource())
        {
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.SaveChangesAsync(gone.Token));
        }

        await db.SaveChangesAsync(TestService.Token);

        Assert.Single(await ToldAsync());
    }

    private IHttpContextAccessor Accessor => _service.Services.GetRequiredService<IHttpContextAccessor>();

    private DefaultHttpContext Request(string method, params (string Type, string Value)[] claims) =>
        Request(new ConcernedClient.None("Tests change what is no client's."), method, claims);

    private DefaultHttpContext Request(
        ConcernedClient? concerned, string method, params (string Type, string Value)[] claims)
    {
        var http = new DefaultHttpContext { Request = { Method = method, Path = "/entries" } };
        http.SetEndpoint(
            new Endpoint(null, new EndpointMetadataCollection(concerned is null ? [] : [concerned]), "entries"));
        http.Request.Headers["X-Forwarded-For"] = "203.0.113.7";
        http.User = new ClaimsPrincipal(new ClaimsIdentity(
            claims.Append(("sub", "person")).Append(("agency", $"{_agency}"))
                .Select(claim => new Claim(claim.Item1, claim.Item2)),
            "test",
            "sub",
            "role"));
        Accessor.HttpContext = http;
        return http;
    }

    private void Add(Ledger db) => db.Entries.Add(new Entry { AgencyId = _agency, Text = "changed" });

    // They stay in the outbox, since nobody here has ever subscribed to them.
    private async Task<IReadOnlyList<ActionRecorded>> ToldAsync() =>
    [
        .. (await _service.AskAsync(db => db.Set<OutboxMessage>().AsNoTracking()
            .Where(
                message => message.Type == nameof(
                    ActionRecorded)).Select(message => message.Body).ToListAsync(TestService.Token)))
            .Select(body => JsonSerializer.Deserialize<ActionRecorded>(body, MessageTypes.Json)!),
    ];
}
