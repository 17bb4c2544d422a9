using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Contracts.Identity;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Features.Staff.ManageStaff;
using Portal.Identity.Tests.Support;
using Portal.ServiceDefaults.Tokens;

namespace Portal.Identity.Tests.Features;

public sealed class StaffTests(RunningIdentity running) : IClassFixture<RunningIdentity>, IAsyncLifetime
{
    private const string Staff = "/api/v1/agency/staff";

    private TestAgency _agency = null!;
    private string _admin = "";

    public async ValueTask InitializeAsync()
    {
        _agency = await TestAgency.OpenAsync(running.Host);
        // Whose own row is no admin's, so that the tests know how many there are.
        var caller = await _agency.StaffAsync(StaffRole.Agent);
        _admin = await _agency.TokenAsync(
            Roles.Admin, caller.Id, RoleScopes.Of(Roles.Admin), (
                "sid", (await _agency.SignInAsync(caller)).ToString()));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_person_is_added_once()
    {
        var body = new { name = "Ada Agent", email = "Ada@Pier.example", role = "agent" };
        var added = await running.Host.AnswerAsync(HttpMethod.Post, Staff, _admin, body);
        var again = await running.Host.AnswerAsync(HttpMethod.Post, Staff, _admin, body);

        var member = added.As<StaffMemberResponse>();
        Assert.Equal(
            (HttpStatusCode.Created, "ada@pier.example", StaffRole.Agent),
            (added.Status, member.Email, member.Role));
        Assert.Equal((HttpStatusCode.Conflict, "staff-exists"), (again.Status, again.Code));
        var list = await running.Host.GetAnswerAsync(Staff, await _agency.StaffTokenAsync(Roles.Assistant));
        var first = list.As<StaffListResponse>().Items[0];
        Assert.Equal(("Ada Agent", true), (first.Name, first.Active));
        Assert.Equal(["staff.added"], await _agency.TrailAsync());
    }

    [Theory]
    [InlineData("", "a@pier.example", "agent", "name")]
    [InlineData("A", "nobody", "agent", "email")]
    [InlineData("A", "a@pier.example", "owner", "role")]
    [InlineData("A", "a@pier.example", "0", "role")]
    public async Task A_person_who_is_not_described_is_refused(string name, string email, string role, string field)
    {
        var answer = await running.Host.AnswerAsync(HttpMethod.Post, Staff, _admin, new { name, email, role });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(field, answer.Problem!.Errors![0].Field);
    }

    [Theory]
    [InlineData("assistant", null)]
    [InlineData(null, false)]
    public async Task Other_rights_end_sessions_and_delegations_at_once(string? role, bool? active)
    {
        var member = await _agency.StaffAsync(StaffRole.Agent);
        var session = await _agency.SignInAsync(member);
        var delegation = await _agency.StepInAsync(member, session, await _agency.ClientAsync());
        var stray = await _agency.StepInAsync(member, Guid.CreateVersion7(), await _agency.ClientAsync());
        var colleague = await _agency.SignInAsync(await _agency.StaffAsync(StaffRole.Agent));

        var answer = await ChangeAsync(member, new { role, active });

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotNull((await _agency.SessionAsync(session)).EndedAt);
        Assert.Null((await _agency.SessionAsync(colleague)).EndedAt);
        foreach (var ended in new[] { delegation, stray })
        {
            Assert.NotNull(
                (await running.Host.InDatabaseAsync(
                    db => db.Delegations.AsNoTracking().SingleAsync(one => one.Id == ended.Id))).EndedAt);
            Assert.True(await _agency.IsRevokedAsync(ended.Id));
        }

        Assert.True(await _agency.IsRevokedAsync(session));
        Assert.Equal(
            ["delegation.ended", "session.ended", "delegation.ended", "staff.changed"], await _agency.TrailAsync());
        var ends = await running.Host.InDatabaseAsync(db => db.AuditEntries.AsNoTracking()
            .Where(one => one.AgencyId == _agency.Id && one.Action == "delegation.ended").ToListAsync());
        Assert.All(ends, one => Assert.Equal(("Casey Caller", "admin"), (one.Fact.ActorName, one.Fact.ActorRole)));
        Assert.Equal([delegation.Id, stray.Id], ends.OrderBy(one => one.Number).Select(one => one.DelegationId));
    }

    [Fact]
    public async Task Another_name_ends_nothing()
    {
        var member = await _agency.StaffAsync(StaffRole.Agent);
        var session = await _agency.SignInAsync(member);

        var answer = await ChangeAsync(member, new { name = "Married Name" });

        Assert.Equal("Married Name", answer.As<StaffMemberResponse>().Name);
        Assert.Null((await _agency.SessionAsync(session)).EndedAt);
    }

    [Fact]
    public async Task The_last_active_admin_stays()
    {
        var admin = await _agency.StaffAsync(StaffRole.Admin);
        await _agency.StaffAsync(StaffRole.Admin, isActive: false);
        await (await TestAgency.OpenAsync(running.Host)).StaffAsync(StaffRole.Admin);

        var demoted = await ChangeAsync(admin, new { role = "agent" });
        var deactivated = await ChangeAsync(admin, new { active = false });

        Assert.Equal((HttpStatusCode.Conflict, "last-admin"), (demoted.Status, demoted.Code));
        Assert.Equal((HttpStatusCode.Conflict, "last-admin"), (deactivated.Status, deactivated.Code));
        Assert.Equal(1, await ActiveAdminsAsync());
    }

    [Fact]
    public async Task Of_admins_who_take_each_other_away_at_once_one_stays()
    {
        var admins = new List<StaffMember>();
        for (var number = 0; number < 6; number++)
        {
            admins.Add(await _agency.StaffAsync(StaffRole.Admin));
        }

        var answers = await Task.WhenAll(admins.Select((admin, number) =>
            ChangeAsync(admin, number % 2 == 0 ? (object)new { active = false } : new { role = "assistant" })));

        Assert.Single(answers, answer => answer.Code == "last-admin");
        Assert.Equal(1, await ActiveAdminsAsync());
    }

    [Fact]
    public async Task A_second_factor_is_reset_by_an_admin_and_its_person_told_and_signed_out()
    {
        var member = await _agency.StaffAsync(StaffRole.Agent);
        await running.Host.InDatabaseAsync(async db =>
        {
            (await db.Staff.SingleAsync(one => one.Id == member.Id)).Enroll([1, 2, 3], 7);
            return await db.SaveChangesAsync();
        });
        var session = await _agency.SignInAsync(member);

        var answer = await running.Host.AnswerAsync(
            HttpMethod.Post, $"{Staff}/{member.Id}/second-factor-resets", _admin);

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        var told = await running.Bus.FirstAsync<SecurityNoticeRequested>(
            one => one.AgencyId == _agency.Id, TestContext.Current.CancellationToken);
        Assert.Equal((SecurityNotice.SecondFactorReset, member.Email), (told.Notice, told.Email));
        Assert.NotNull((await _agency.SessionAsync(session)).EndedAt);
        Assert.Null(
            (await running.Host.InDatabaseAsync(
                db => db.Staff.AsNoTracking().SingleAsync(one => one.Id == member.Id))).TotpSecret);
        Assert.Contains("second-factor.reset", await _agency.TrailAsync());
    }

    [Fact]
    public async Task People_of_another_agency_do_not_exist()
    {
        var member = await (await TestAgency.OpenAsync(running.Host)).StaffAsync(StaffRole.Agent);

        var changed = await ChangeAsync(member, new { active = false });
        var reset = await running.Host.AnswerAsync(
            HttpMethod.Post, $"{Staff}/{member.Id}/second-factor-resets", _admin);

        Assert.Equal((HttpStatusCode.NotFound, "staff-not-found"), (changed.Status, changed.Code));
        Assert.Equal((HttpStatusCode.NotFound, "staff-not-found"), (reset.Status, reset.Code));
    }

    [Fact]
    public async Task Agents_change_nobody()
    {
        var member = await _agency.StaffAsync(StaffRole.Assistant);

        var answer = await running.Host.AnswerAsync(
            HttpMethod.Patch, $"{Staff}/{member.Id}", await _agency.StaffTokenAsync(Roles.Agent), new
            {
                role = "admin",
            });

        Assert.Equal((HttpStatusCode.Forbidden, "scope-insufficient"), (answer.Status, answer.Code));
    }

    private Task<Answer> ChangeAsync(StaffMember member, object body) =>
        running.Host.AnswerAsync(HttpMethod.Patch, $"{Staff}/{member.Id}", _admin, body);

    private Task<int> ActiveAdminsAsync() => running.Host.InDatabaseAsync(db =>
        db.Staff.CountAsync(one => one.AgencyId == _agency.Id && one.Role == StaffRole.Admin && one.IsActive));
}
