using Microsoft.Playwright;
using Portal.Testing.Browsing;
using Portal.Testing.Mail;
using Portal.Testing.Running;

namespace Portal.SystemTests.Pages;

/// <summary>What people do on the pages on their way in.</summary>
internal static class SigningIn
{
    public const string Clients = $"/sign-in/{DemoBook.Agency}";
    public const string Staff = $"/sign-in/{DemoBook.Agency}/staff";
    public const string CodeField = "Identification code";

    /// <summary>Types the address into the first page.</summary>
    public static async Task AskAsync(this Window window, string page, string email)
    {
        await window.Page.GotoAsync(page);
        await window.AskHereAsync(email);
    }

    /// <summary>The same where the first page is open already.</summary>
    public static async Task AskHereAsync(this Window window, string email)
    {
        await window.TypeAsync("Email address", email);
        await window.PressAsync("Sign in");
    }

    /// <summary>Reads the code in its mail and types it in.</summary>
    /// <returns>The code.</returns>
    public static async Task<string> EnterCodeAsync(this Window window, SmtpSink mail, string mailbox)
    {
        var code = (
            await mail.TakeAsync(mailbox, one => one.Code is not null, TestContext.Current.CancellationToken)).Code!;
        await window.EnterAsync(code);
        return code;
    }

    /// <summary>Types a code in.</summary>
    public static async Task EnterAsync(this Window window, string code)
    {
        await window.TypeAsync(CodeField, code);
        await window.PressAsync("Log in");
    }

    /// <summary>The person is in the client's account: its name, its policies and nobody else's.</summary>
    public static async Task IsHomeOfAsync(this Window window, DemoClient client, RunningPortal portal)
    {
        await window.ArriveAsync($"/a/{client.Id}/?$");
        await window.HeadsAsync(client.Name);
        await window.FollowAsync("Policies");
        await window.ArriveAsync($"/a/{client.Id}/policies$");
        var own = await portal.Partner.PoliciesAsync(client.Ref, TestContext.Current.CancellationToken);
        await Assertions.Expect(window.Page.Locator(".coverage")).ToHaveCountAsync(own.Count);
        var page = await window.Page.InnerTextAsync("main");
        Assert.All(own, policy => Assert.Contains(policy.Number, page, StringComparison.Ordinal));
    }

    /// <summary>Follows a link of the navigation.</summary>
    public static Task FollowAsync(this Window window, string link) =>
        window.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = link, Exact = true })
            .ClickAsync();

    /// <summary>Another code than the right one.</summary>
    public static string Other(string code) => code[..^1] + (char)('0' + ((code[^1] - '0' + 1) % 10));
}
