using Microsoft.AspNetCore.Authentication;

namespace Portal.Identity.Features.SignIns.SignInWithGoogle;

/// <summary>Where the framework hands over when the browser comes back from the provider.</summary>
internal static class GoogleCallbackEvents
{
    /// <summary>Goes on with the account that the provider vouches for.</summary>
    public static async Task FinishAsync(TicketReceivedContext context)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";

        // The framework answers this path before it looks at tokens; the session that the browser has is to end.
        if (await http.AuthenticateAsync() is { Succeeded: true, Principal: { } caller })
        {
            http.User = caller;
        }

        var outcome = await http.RequestServices.GetRequiredService<GoogleCallback>()
            .HandleAsync(GoogleAccount.Of(context.Principal!), context.Properties!, http.RequestAborted);
        if (outcome.Progress is { } progress)
        {
            SignInResults.SetCookies(progress, http.Response);
        }

        http.Response.Redirect(outcome.Path);
        context.HandleResponse();
    }

    /// <summary>Sends the browser back to the page that it came from, with what went wrong.</summary>
    public static Task FailAsync(RemoteFailureContext context)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        var state = http.RequestServices.GetRequiredService<GoogleState>().Unprotect(http.Request.Query["state"]);
        var problem = http.Request.Query["error"] == "access_denied" ? "google-cancelled" : "google-failed";
        http.RequestServices.GetRequiredService<ILogger<GoogleCallback>>().LogRefused(context.Failure?.Message);
        http.Response.Redirect(GoogleCallback.PageOf(state, problem));
        context.HandleResponse();
        return Task.CompletedTask;
    }
}
