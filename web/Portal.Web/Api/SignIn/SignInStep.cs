namespace Portal.Web.Api.SignIn;

/// <summary>What a sign-in waits for.</summary>
public enum SignInStep
{
    ChooseDestination,
    Code,
    Google,
    SecondFactor,
    EnrollSecondFactor,
    ChooseClient,
    Done,
}
