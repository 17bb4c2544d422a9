using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Identity.Domain.Agencies;
using Portal.Identity.Domain.SecondFactors;
using Portal.Identity.Features.SecondFactors;
using Portal.Identity.Storage;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.Features;

public sealed class ProveSecondFactorTests(SignedIn fixture) : IClassFixture<SignedIn>
{
    private const string Path = "/api/v1/session/second-factor";

    [Fact]
    public async Task Proven_again_it_is_fresh_again_and_each_code_counts_once()
    {
        var secret = await EnrollAsync(StaffRole.Agent);
        var account = await fixture.ClientAsync(fixture.Address());
        var browser = await fixture.StaffAsync(StaffRole.Agent);
        fixture.Wait(TimeSpan.FromMinutes(16));
        await Outcome.RefusedAsync(
            await browser.SendAsync(
                HttpMethod.Post, "/api/v1/delegations", new { clientId = account, reason = "Asked by phone" }),
            HttpStatusCode.Forbidden,
            "second-factor-stale");
        var code = Totp.At(secret, Totp.StepAt(fixture.Clock.GetUtcNow()));

        await Outcome.RefusedAsync(
            await browser.SendAsync(
                HttpMethod.Post, Path, new { code = "12345" }), HttpStatusCode.UnprocessableEntity, "code-wrong");
        await Outcome.DoneAsync(await browser.SendAsync(HttpMethod.Post, Path, new { code }));

        await browser.StepInAsync(account);
        await Outcome.RefusedAsync(
            await browser.SendAsync(
                HttpMethod.Post, Path, new { code }), HttpStatusCode.UnprocessableEntity, "code-wrong");
        var actions = await fixture.Host.InDatabaseAsync(
            db => db.AuditEntries.Where(one => one.Fact.SessionId == browser.SessionId)
            .OrderBy(one => one.Number).Select(one => one.Action).ToListAsync());
        Assert.Equal(
            [
                "delegation.refused", "sign-in.second-factor-wrong", "second-factor.proven", "delegation.started",
                "sign-in.second-factor-wrong",
            ],
            actions);
    }

    [Fact]
    public async Task Who_has_no_authenticator_is_told_so()
    {
        var email = fixture.Address();
        var client = await fixture.PersonAsync(email, await fixture.ClientAsync(email));

        foreach (var browser in new[] { client, await fixture.StaffAsync(StaffRole.Assistant) })
        {
            await Outcome.RefusedAsync(
                await browser.SendAsync(
                    HttpMethod.Post,
                    Path,
                    new { code = "123456" }), HttpStatusCode.Conflict, "second-factor-not-set-up");
        }
    }

    private Task<byte[]> EnrollAsync(StaffRole role) => fixture.Host.InScopeAsync(async services =>
    {
        var (db, secret) = (services.GetRequiredService<IdentityDb>(), Totp.NewSecret());
        var member = await db.Staff.FirstAsync(one => one.Role == role, TestContext.Current.CancellationToken);
        member.Enroll(services.GetRequiredService<SecondFactor>().Seal(member.Id, secret), step: 0);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return secret;
    });
}
