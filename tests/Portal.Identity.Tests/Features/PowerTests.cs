using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Contracts.Identity;
using Portal.Identity.Domain.Accounts;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Features.Access;
using Portal.Identity.Features.Applications.ManageApplications;
using Portal.Identity.Features.Staff.ManageStaff;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Features;

/// <summary>What every power asks for and whom it tells, on the routes as they are.</summary>
public sealed class PowerTests(RunningIdentity running) : IClassFixture<RunningIdentity>, IAsyncLifetime
{
    private TestAgency _agency = null!;
    private Account _client = null!;

    public async ValueTask InitializeAsync()
    {
        _agency = await TestAgency.OpenAsync(running.Host);
        _client = await _agency.ClientAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Nothing_that_gives_power_for_good_takes_a_second_factor_of_sixteen_minutes_ago()
    {
        var stale = await _agency.StaleTokenAsync(StaffRole.Admin, TimeSpan.FromMinutes(16));
        var routes = Fresh().ToList();
        var wrong = new List<string>();
        foreach (var (method, path) in routes)
        {
            var answer = await running.Host.AnswerAsync(HttpMethod.Parse(method), path, stale, BodyOf(path));
            if ((answer.Status, answer.Code) != (HttpStatusCode.Forbidden, "second-factor-stale"))
            {
                wrong.Add($"{method} {path}: {(int)answer.Status} {answer.Code}");
            }
        }

        Assert.True(routes.Count >= 15, $"Only {routes.Count} routes were found.");
        Assert.Empty(wrong);
        Assert.DoesNotContain(await _agency.TrailAsync(), action => action != "delegation.refused");
    }

    [Fact]
    public async Task A_token_without_a_session_or_of_one_that_ended_gives_no_power()
    {
        var member = await _agency.StaffAsync(StaffRole.Admin);
        var session = await _agency.SignInAsync(member);
        await running.Host.InDatabaseAsync(db => db.Sessions.Where(one => one.Id == session)
            .ExecuteUpdateAsync(update => update.SetProperty(one => one.EndedAt, DateTimeOffset.UtcNow)));
        string[] tokens =
        [
            await _agency.TokenAsync(Roles.Admin, member.Id, RoleScopes.Of(Roles.Admin)),
            await _agency.StaffTokenAsync(member, session),
        ];

        foreach (var token in tokens)
        {
            var answer = await running.Host.AnswerAsync(
                HttpMethod.Post, "/api/v1/agency/staff", token, new
                {
                    name = "New",
                    email = "new@pier.example",
                    role = "admin",
                });
            Assert.Equal((HttpStatusCode.Forbidden, "staff-only"), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task The_other_admins_are_told_of_people_partners_and_settings_and_the_doer_is_not()
    {
        var other = await _agency.StaffAsync(StaffRole.Admin);
        await _agency.StaffAsync(StaffRole.Admin, isActive: false);
        await _agency.StaffAsync(StaffRole.Agent);
        var token = await _agency.StaffTokenAsync(Roles.Admin);
        var member = await _agency.StaffAsync(StaffRole.Agent);

        var added = await running.Host.AnswerAsync(
            HttpMethod.Post, "/api/v1/agency/staff", token, new
            {
                name = "Nia New",
                email = "nia@pier.example",
                role = "assistant",
            });
        await running.Host.AnswerAsync(
            HttpMethod.Patch, $"/api/v1/agency/staff/{member.Id}", token, new { role = "assistant" });
        var nia = added.As<StaffMemberResponse>().Id;
        await running.Host.AnswerAsync(HttpMethod.Post, $"/api/v1/agency/staff/{nia}/second-factor-resets", token);
        var partner = await running.Host.AnswerAsync(
            HttpMethod.Post, "/api/v1/applications", token, new
            {
                name = "Fleet",
                scopes = new[] { "policies.read" },
                authentication = "secret",
            });
        var id = partner.As<NewApplicationResponse>().Application.Id;
        await running.Host.AnswerAsync(HttpMethod.Post, $"/api/v1/applications/{id}/secrets", token, new { });
        await running.Host.AnswerAsync(HttpMethod.Patch, $"/api/v1/applications/{id}", token, new { disabled = true });
        await ChangeSettingsAsync(token);

        var told = await ToldAsync(other.Email, 7);
        Assert.All(
            told, one => Assert.Equal((SecurityNotice.AgencyAccessChanged, "Casey Caller"), (one.Notice, one.By)));
        Assert.Equal(
            [
                "Agent Person may sign in as an assistant.",
                "Application Fleet: added, policies.read.",
                "Application Fleet: disabled, policies.read.",
                "Nia New was added as an assistant.",
                "The second factors of Nia New were removed.",
            ],
            told.Select(one => one.Subject!)
                .Where(
                    subject => !subject.Contains("secret", StringComparison.Ordinal)
                        && !subject.Contains("settings", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        Assert.Equal(SecurityNotice.RightsChanged, Assert.Single(await ToldAsync(member.Email, 1)).Notice);
        Assert.Equal(SecurityNotice.SecondFactorReset, Assert.Single(await ToldAsync("nia@pier.example", 1)).Notice);
        var all = running.Bus.Received<SecurityNoticeRequested>().Where(one => one.AgencyId == _agency.Id)
            .Select(one => one.Email).Distinct();
        Assert.Equal(
            new[]
            {
                other.Email,
                member.Email,
                "nia@pier.example",
            }.Order(StringComparer.Ordinal), all.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_primary_contact_is_told_what_a_further_contact_decides_on_consent_and_not_of_its_own_word()
    {
        await _agency.ContactAsync(_client, "fay@obrien.example");
        var further = await InsuredAsync("fay@obrien.example");
        var primary = await InsuredAsync("ximena@obrien.example");

        await running.Host.AnswerAsync(HttpMethod.Put, "/api/v1/consent", primary, new { given = false });
        await running.Host.AnswerAsync(HttpMethod.Put, "/api/v1/consent", further, new { given = true });

        var told = Assert.Single(await ToldAsync("ximena@obrien.example", 1));
        Assert.Equal((SecurityNotice.ConsentDecided, "The agency may step in again."), (told.Notice, told.Subject));
    }

    private IEnumerable<(string Method, string Path)> Fresh() =>
        from endpoint in running.Host.Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetOrderedMetadata<RequiredPower>().Any(required => required.Power.NeedsFreshFactor)
        from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
        select (method, PathOf(endpoint));

    // The client is real, so that whoever is let through would find something to change.
    private string PathOf(
        RouteEndpoint route) => string.Concat(route.RoutePattern.PathSegments.Select(segment => "/" + string.Concat(
        segment.Parts.Select(part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "contactId" } => "primary",
            _ => _client.Id.ToString(),
        }))));

    private object BodyOf(string path) => path switch
    {
        "/api/v1/delegations" => new { clientId = _client.Id, reason = "A question on the phone" },
        "/api/v1/passkeys" => new { name = "Laptop", state = "x", credential = new { } },
        _ => new { },
    };

    private async Task ChangeSettingsAsync(string token)
    {
        var settings = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(
            (await running.Host.GetAnswerAsync("/api/v1/agency/settings", token)).Text)!;
        settings["clientCenter"] = JsonSerializer.SerializeToElement(!settings["clientCenter"].GetBoolean());
        var answer = await running.Host.AnswerAsync(HttpMethod.Put, "/api/v1/agency/settings", token, settings);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    private async Task<string> InsuredAsync(string email)
    {
        var session = await _agency.SessionAsync(await _agency.SignInAsync(_client, email));
        return await _agency.TokenAsync(
            Roles.Insured, session.SubjectId, RoleScopes.Of(Roles.Insured), (
                "account", _client.Id.ToString()), ("sid", session.Id.ToString()));
    }

    private async Task<IReadOnlyList<SecurityNoticeRequested>> ToldAsync(string email, int times)
    {
        await running.Bus.FirstAsync<SecurityNoticeRequested>(
            _ => Of(email).Count >= times, TestContext.Current.CancellationToken);
        return Of(email);
    }

    private IReadOnlyList<SecurityNoticeRequested> Of(string email) =>
        [.. running.Bus.Received<SecurityNoticeRequested>()
            .Where(one => one.AgencyId == _agency.Id && one.Email == email)];
}
