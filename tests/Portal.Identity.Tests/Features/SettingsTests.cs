using System.Net;
using System.Text.Json;
using Portal.Identity.Features.Agencies.ManageSettings;
using Portal.Identity.Features.SignIns.GetSignInPage;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Features;

public sealed class SettingsTests(RunningIdentity running) : IClassFixture<RunningIdentity>, IAsyncLifetime
{
    private const string Settings = "/api/v1/agency/settings";

    private TestAgency _agency = null!;
    private string _admin = "";

    public async ValueTask InitializeAsync()
    {
        _agency = await TestAgency.OpenAsync(running.Host);
        _admin = await _agency.StaffTokenAsync(Roles.Admin);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_new_agency_lets_its_clients_in_and_shows_its_own_contact()
    {
        var answer = await running.Host.GetAnswerAsync(Settings, _admin);

        var expected = """
            {
              "clientCenter": true, "signInMethods": ["email", "google"], "concealsAddresses": false,
              "contact": { "name": null, "phone": null, "email": null },
              "shown": { "name": "Nora Whitfield", "phone": "(617) 555-0142", "email": "office@pier.example" },
              "idleMinutes": 30, "absoluteHours": 12, "accent": null, "timeZone": null, "shownTimeZone": "America/New_York"
            }
            """;
        AssertSame(expected, answer.Text);
        Assert.Equal("\"1\"", answer.Etag);
    }

    [Fact]
    public async Task Turning_the_Client_Center_off_ends_every_clients_session_at_once_and_no_staffs()
    {
        var client = await _agency.ClientAsync();
        var sessions = new[]
        {
            await _agency.SignInAsync(client, "ximena@obrien.example"),
            await _agency.SignInAsync(client, "other@obrien.example"),
        };
        var staff = await _agency.SignInAsync(
            await _agency.StaffAsync(Portal.Identity.Domain.Agencies.StaffRole.Agent));
        var neighbour = await TestAgency.OpenAsync(running.Host);
        var untouched = await neighbour.SignInAsync(await neighbour.ClientAsync(), "ximena@obrien.example");

        var answer = await PutAsync(new { clientCenter = false });

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (answer.Status, answer.Etag));
        foreach (var session in sessions)
        {
            Assert.NotNull((await _agency.SessionAsync(session)).EndedAt);
            Assert.True(await _agency.IsRevokedAsync(session));
        }

        Assert.Null((await _agency.SessionAsync(staff)).EndedAt);
        Assert.Null((await _agency.SessionAsync(untouched)).EndedAt);
        Assert.Equal(
            ["agency.settings-changed", "session.ended", "session.ended"],
            (await _agency.TrailAsync()).Order(StringComparer.Ordinal));
        Assert.False((await PageAsync()).As<SignInPageResponse>().ClientCenter);
    }

    [Fact]
    public async Task Times_are_told_in_the_zone_that_the_agency_set()
    {
        var put = await PutAsync(new { clientCenter = true, timeZone = " America/Chicago " });
        var set = put.As<SettingsResponse>();
        Assert.Equal(("America/Chicago", "America/Chicago"), (set.TimeZone, set.ShownTimeZone));
        Assert.Equal("America/Chicago", (await PageAsync()).As<SignInPageResponse>().TimeZone);

        var unset = (await PutAsync(new { clientCenter = true, timeZone = "" })).As<SettingsResponse>();

        Assert.Equal((null, "America/New_York"), (unset.TimeZone, unset.ShownTimeZone));
    }

    [Fact]
    public async Task The_sign_in_page_shows_what_the_agency_set()
    {
        await PutAsync(
            new
            {
                clientCenter = true,
                signInMethods = new[] { "email" },
                contact = new { phone = "(617) 555-0111" },
                accent = "#FFCC00",
            });

        var page = await PageAsync();

        var expected = $$"""
            {
              "slug": "{{_agency.Slug}}", "name": "Pier & <Sons> Insurance", "clientCenter": true,
              "contact": { "name": "Nora Whitfield", "phone": "(617) 555-0111", "email": "office@pier.example" }, "accent": "#ffcc00",
              "timeZone": "America/New_York", "signInMethods": ["email"]
            }
            """;
        AssertSame(expected, page.Text);
    }

    [Fact]
    public async Task Google_is_shown_where_the_portal_has_it_and_the_agency_wants_it()
    {
        await using var host = await IdentityHost.StartAsync(
            running.IdentityEnvironment, ("Google:ClientId", "portal"), ("Google:ClientSecret", "secret"));
        var before = await host.GetAnswerAsync($"/api/v1/sign-in/agencies/{_agency.Slug}", null);
        await PutAsync(new { clientCenter = true, signInMethods = new[] { "email" } });
        var after = await host.GetAnswerAsync($"/api/v1/sign-in/agencies/{_agency.Slug}", null);

        Assert.Equal(["email", "google"], before.As<SignInPageResponse>().SignInMethods);
        Assert.Equal(["email"], after.As<SignInPageResponse>().SignInMethods);
        Assert.Equal(["email"], (await PageAsync()).As<SignInPageResponse>().SignInMethods);
    }

    [Fact]
    public async Task There_is_no_sign_in_page_of_an_unknown_agency()
    {
        var answer = await running.Host.GetAnswerAsync("/api/v1/sign-in/agencies/nobody", null);

        Assert.Equal((HttpStatusCode.NotFound, "agency-not-found"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("""{"clientCenter":true,"idleMinutes":4}""", "idleMinutes")]
    [InlineData("""{"clientCenter":true,"idleMinutes":121}""", "idleMinutes")]
    [InlineData("""{"clientCenter":true,"absoluteHours":0}""", "absoluteHours")]
    [InlineData("""{"clientCenter":true,"absoluteHours":25}""", "absoluteHours")]
    [InlineData("""{"clientCenter":true,"signInMethods":["google"]}""", "signInMethods")]
    [InlineData("""{"clientCenter":true,"signInMethods":["email","fax"]}""", "signInMethods")]
    [InlineData("""{"clientCenter":true,"contact":{"email":"nobody"}}""", "contact.email")]
    [InlineData("""{"clientCenter":true,"timeZone":"EST"}""", "timeZone")]
    [InlineData("""{"clientCenter":true,"timeZone":"Europe/Paris"}""", "timeZone")]
    [InlineData("""{"clientCenter":true,"timeZone":"../../etc/localtime"}""", "timeZone")]
    [InlineData("""{"clientCenter":true,"accent":"yellow"}""", "accent")]
    [InlineData("""{"clientCenter":true,"accent":"#fc0"}""", "accent")]
    [InlineData("""{"clientCenter":true,"accent":"#ffcc0g"}""", "accent")]
    [InlineData("""{"clientCenter":true,"accent":"#ffcc00;}"}""", "accent")]
    [InlineData("{}", "clientCenter")]
    public async Task Settings_out_of_their_limits_are_refused(string body, string field)
    {
        var answer = await PutAsync(JsonElement.Parse(body));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(field, answer.Problem!.Errors![0].Field);
        Assert.Equal("\"1\"", (await running.Host.GetAnswerAsync(Settings, _admin)).Etag);
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(120, 24)]
    public async Task Settings_at_their_limits_are_taken(int idleMinutes, int absoluteHours)
    {
        var answer = await PutAsync(new { clientCenter = true, idleMinutes, absoluteHours });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Of_several_who_read_the_same_settings_one_changes_them()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number =>
            PutAsync(new { clientCenter = true, idleMinutes = 10 + number }, "\"1\"")));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.OK),
            answer => Assert.Equal(
                (HttpStatusCode.PreconditionFailed, "changed-meanwhile"), (answer.Status, answer.Code)));
    }

    [Fact]
    public async Task The_login_link_is_a_plain_link_with_the_name_encoded()
    {
        var answer = await running.Host.GetAnswerAsync(
            "/api/v1/agency/login-link", await _agency.StaffTokenAsync(Roles.Assistant));

        var link = answer.As<LoginLinkResponse>();
        Assert.Equal($"https://portal.test/sign-in/{_agency.Slug}", link.Url);
        var snippet = link.Snippet;
        Assert.StartsWith(
            $"<a href=\"https://portal.test/sign-in/{_agency.Slug}\" style=\"", snippet, StringComparison.Ordinal);
        Assert.EndsWith(">Client login: Pier &amp; &lt;Sons&gt; Insurance</a>", snippet, StringComparison.Ordinal);
        Assert.DoesNotContain("script", snippet, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(null, "background:#0f5c6e;color:#ffffff;")]
    [InlineData("#FFCC00", "background:#ffcc00;color:#000000;")]
    public async Task The_login_link_has_the_agencys_color_and_can_be_read(string? accent, string colors)
    {
        await PutAsync(new { clientCenter = true, accent });

        var answer = await running.Host.GetAnswerAsync("/api/v1/agency/login-link", _admin);

        Assert.Contains(colors, answer.As<LoginLinkResponse>().Snippet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.Agent)]
    [InlineData(Roles.Assistant)]
    public async Task Only_admins_change_settings(string role)
    {
        var answer = await running.Host.AnswerAsync(
            HttpMethod.Put, Settings, await _agency.StaffTokenAsync(role), new { clientCenter = false });

        Assert.Equal((HttpStatusCode.Forbidden, "scope-insufficient"), (answer.Status, answer.Code));
    }

    private static void AssertSame(string expected, string text) =>
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), JsonElement.Parse(text)), text);

    private Task<Answer> PutAsync(object body, string? ifMatch = null) =>
        running.Host.AnswerAsync(HttpMethod.Put, Settings, _admin, body, ifMatch);

    private Task<Answer> PageAsync() => running.Host.GetAnswerAsync($"/api/v1/sign-in/agencies/{_agency.Slug}", null);
}
