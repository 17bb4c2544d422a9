namespace Portal.Web.Api;

/// <summary>Waits for the results of several calls.</summary>
internal static class ApiResults
{
    /// <summary>Two calls that run at the same time.</summary>
    public static async Task<(ApiResult<TFirst> First, ApiResult<TSecond> Second)> BothAsync<TFirst, TSecond>(
        Task<ApiResult<TFirst>> first, Task<ApiResult<TSecond>> second)
        where TFirst : class
        where TSecond : class
    {
        await Task.WhenAll(first, second);
        return (await first, await second);
    }
}
