using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Portal.Web.Tests.Support;

internal sealed partial class FakeIdentity
{
    private void MapSignIn()
    {
        _app.MapGet("/api/v1/sign-in/agencies/{slug}", (string slug) => slug is "harborlight" or "plain"
            ? Results.Json(new
            {
                slug,
                name = slug == "plain" ? "Plain & Sons" : "Harborlight Insurance Agency",
                clientCenter = ClientCenter,
                contact = slug == "plain"
                    ? new { name = (string?)null, phone = (string?)null, email = (string?)"help@plain.example" }
                    : new
                    {
                        name = (string?)"Maria Chen",
                        phone = (string?)"(617) 555-0134",
                        email = (string?)"service@harborlight.example",
                    },
                accent = Agency.Accent,
                timeZone = "America/Chicago",
                signInMethods = slug == "plain" ? (string[])["email"] : ["email", "google"],
            })
            : Problem(404, "agency-not-found", "There is no agency of this name; check the link."));
        _app.MapPost("/api/v1/sign-in", (StartBody body, HttpContext http) =>
        {
            if (!People.TryGetValue(body.Email, out var person) || person.IsStaff != (body.Audience == "staff"))
            {
                return Problem(
                    404, "address-not-found", "This email address is not found. Please contact your agent directly.");
            }

            if (SpentUntil is { } until)
            {
                http.Response.Headers.RetryAfter = ((int)Math.Ceiling((until - DateTimeOffset.UtcNow).TotalSeconds))
                    .ToString(CultureInfo.InvariantCulture);
                return Problem(
                    429,
                    "too-many-codes",
                    "Too many codes were sent. Try again later, or contact your agent directly.");
            }

            var reference = Guid.NewGuid().ToString("N");
            _signIns[reference] = new FakeSignIn(body.Email, person, body.ReturnTo);
            SetCookie(http, SignInCookie, reference);
            return Results.Json(_signIns[reference].ToJson());
        });
        _app.MapGet("/api/v1/sign-in", (HttpContext http) => WithSignIn(http, signIn => Results.Json(signIn.ToJson())));
        _app.MapPost("/api/v1/sign-in/code", (SendBody body, HttpContext http) => WithSignIn(http, signIn =>
        {
            if (signIn.SentTo is not null && signIn.Wait > TimeSpan.Zero)
            {
                http.Response.Headers.RetryAfter = "45";
                return Problem(429, "code-too-soon", "A code was sent a moment ago; wait before you ask for another.");
            }

            (signIn.Step, signIn.SentTo) = ("code", body.Destination);
            return Results.Json(signIn.ToJson());
        }));
        _app.MapPost("/api/v1/sign-in/code/check", (CodeBody body, HttpContext http) => WithSignIn(http, signIn =>
        {
            if (body.Code != RightCode)
            {
                signIn.TriesLeft--;
                return Problem(422, "code-wrong", "This is not the code.", ("triesLeft", signIn.TriesLeft));
            }

            signIn.Step = signIn.Person switch
            {
                { IsStaff: true, IsEnrolled: true } => "second_factor",
                { IsStaff: true } => "enroll_second_factor",
                { Accounts.Length: > 1 } => "choose_client",
                _ => "done",
            };
            return Finish(http, signIn);
        }));
        _app.MapPost(
            "/api/v1/sign-in/second-factor/enrollment", (HttpContext http) => WithSignIn(http, _ => Results.Json(new
            {
                secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
                uri = "otpauth://totp/Portal:new%40harborlight.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Portal",
            })));
        _app.MapPost("/api/v1/sign-in/second-factor", (CodeBody body, HttpContext http) => WithSignIn(http, signIn =>
        {
            if (body.Code != RightTotp)
            {
                return Problem(
                    422, "code-wrong", "This is not the code that the app shows; wait for the next one and try that.");
            }

            signIn.Step = "done";
            return Finish(http, signIn);
        }));
        _app.MapPost("/api/v1/sign-in/passkey/options", (AgencyBody? body, HttpContext http) => body is null
            ? WithSignIn(http, signIn => Results.Json(_passkeys.RequestOptions(signIn.Person)))
            : Results.Json(_passkeys.RequestOptions(person: null)));
        _app.MapPost("/api/v1/sign-in/passkey", (PasskeyBody body, HttpContext http) =>
        {
            var underWay = Find(http.Request.Cookies[SignInCookie]);
            if (People.FirstOrDefault(
                    one => _passkeys.IsProven(one.Value, body.Credential)) is not { Key: { } email, Value: var person })
            {
                var otherwise = underWay?.Step == "second_factor"
                    ? "use your authenticator app"
                    : "go on with your email address";
                return Problem(422, "passkey-wrong", $"The passkey could not be checked. Try again, or {otherwise}.");
            }

            return Finish(http, new FakeSignIn(email, person, body.ReturnTo) { Step = "done" });
        });
        _app.MapPost("/api/v1/sign-in/client", (AccountBody body, HttpContext http) => WithSignIn(http, signIn =>
        {
            signIn.Step = "done";
            return Finish(http, signIn, body.ClientId);
        }));
    }
}
