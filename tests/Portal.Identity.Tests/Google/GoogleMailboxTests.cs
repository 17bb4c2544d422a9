using System.Net;
using Portal.Identity.Domain.Sessions;
using Portal.Identity.Tests.Support;

namespace Portal.Identity.Tests.Google;

/// <summary>gmail.com and googlemail.com are two names of one mailbox, which Google vouches for under either.</summary>
public sealed class GoogleMailboxTests(GoogleFixture google) : IClassFixture<GoogleFixture>
{
    private readonly string _name = $"Jordan.Lee+{Guid.NewGuid():N}"[..28];
    private readonly string _subject = Guid.NewGuid().ToString("N");

    private SignInFixture World => google.World;

    [Theory]
    [InlineData("googlemail.com", "gmail.com")]
    [InlineData("gmail.com", "googlemail.com")]
    [InlineData("GoogleMail.com", "gmail.com")]
    public async Task Whoever_is_on_file_under_the_one_name_comes_in_under_the_other(string onFile, string vouched)
    {
        var email = $"{_name}@{onFile}";
        var account = await World.AccountAsync(email);
        var browser = World.Browser();

        Assert.Equal(
            "/sign-in/harborlight/step",
            (await google.SignInAsync(browser, _subject, $"{_name}@{vouched}")).Headers["Location"]);
        (await browser.CheckAsync(await World.CodeAsync(email))).At("done");

        Assert.Equal(
            $"/a/{account.Id}/",
            (await google.SignInAsync(World.Browser(), _subject, $"{_name}@{vouched}")).Headers["Location"]);
        Assert.Equal(2, (await World.SessionsAsync(email.ToLowerInvariant())).Count);
        Assert.Empty(await World.SessionsAsync($"{_name}@{vouched}".ToLowerInvariant()));
    }

    [Fact]
    public async Task Accounts_on_file_under_both_names_are_the_same_persons_and_each_is_opened_by_its_own()
    {
        var (gmail, googlemail) = (
            $"{_name}@gmail.com".ToLowerInvariant(), $"{_name}@googlemail.com".ToLowerInvariant());
        var first = await World.AccountAsync(gmail, name: "Aster LLC");
        var second = await World.AccountAsync(googlemail, name: "Birch LLC");
        var browser = World.Browser();
        await google.SignInAsync(browser, _subject, googlemail);

        var choice = (await browser.CheckAsync(await World.CodeAsync(gmail))).At("choose_client");
        Assert.Equal(["Aster LLC", "Birch LLC"], choice.State.Clients?.Select(one => one.LegalName));
        (await browser.SendAsync(HttpMethod.Post, "/api/v1/sign-in/client", new { clientId = second.Id })).At("done");

        Assert.Equal(second.Id, Assert.Single(await World.SessionsAsync(googlemail)).AccountId);
        var later = World.Browser();
        await google.SignInAsync(later, _subject, gmail);
        (await later.SendAsync(HttpMethod.Post, "/api/v1/sign-in/client", new { clientId = first.Id })).At("done");
        Assert.Equal(first.Id, Assert.Single(await World.SessionsAsync(gmail)).AccountId);
    }

    [Fact]
    public async Task Linking_ends_what_was_open_under_either_name()
    {
        var (gmail, googlemail) = (
            $"{_name}@gmail.com".ToLowerInvariant(), $"{_name}@googlemail.com".ToLowerInvariant());
        await World.AccountAsync(gmail, name: "Aster LLC");
        var second = await World.AccountAsync(googlemail, name: "Birch LLC");
        var before = World.Browser();
        (await before.StartAsync(googlemail)).At("google");
        await before.SendCodeAsync();
        (await before.CheckAsync(await World.CodeAsync(googlemail))).At("done");
        var browser = World.Browser();
        await google.SignInAsync(browser, _subject, gmail);

        (await browser.CheckAsync(await World.CodeAsync(gmail))).At("choose_client");

        var session = Assert.Single(await World.SessionsAsync(googlemail));
        Assert.Equal((second.Id, SessionEnd.Replaced), (session.AccountId, session.EndReason));
    }

    [Theory]
    [InlineData("Jordan.Lee", "googlemail.com", "JordanLee", "gmail.com")]
    [InlineData("Jordan.Lee", "gmail.com", "Jordan.Lee+work", "googlemail.com")]
    [InlineData("Jordan.Lee", "googlemail.com", "Jordan.Lee", "googlemail.co")]
    [InlineData("Jordan.Lee", "mail.example.com", "Jordan.Lee", "example.com")]
    public async Task Nothing_else_is_taken_for_the_same(
        string onFile, string domainOnFile, string vouched, string domain)
    {
        await World.AccountAsync($"{onFile}{_name}@{domainOnFile}");

        var back = await google.SignInAsync(World.Browser(), _subject, $"{vouched}{_name}@{domain}");

        Assert.Equal(
            (HttpStatusCode.Redirect, "/sign-in/harborlight?problem=google-address-not-found"),
            (back.Status, back.Headers["Location"]));
    }

    [Fact]
    public async Task A_code_by_mail_goes_by_the_name_that_was_typed()
    {
        await World.AccountAsync($"{_name}@googlemail.com");

        (await World.Browser().StartAsync($"{_name}@gmail.com")).Is(HttpStatusCode.NotFound, "address-not-found");
    }
}
