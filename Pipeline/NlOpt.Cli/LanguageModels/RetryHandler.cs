using System.Net;
using NlOpt.LanguageModels.Failures;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace NlOpt.Cli.LanguageModels;

/// <summary>
/// Sends requests to a server of a language model: again where it makes sense, with growing pauses or the one the server asks for, each attempt
/// within a time limit. A reply that is no stream is read here, so that one that was cut is asked for again.
/// </summary>
internal sealed class RetryHandler : DelegatingHandler
{
    /// <summary>Longest pause; a server that asks for more is told of at once.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;
    private readonly TimeSpan _timeout;

    /// <param name="inner">The network.</param>
    /// <param name="attempts">How often a request is sent in all; at least 1.</param>
    /// <param name="timeout">How long one attempt may take.</param>
    public RetryHandler(HttpMessageHandler inner, int attempts, TimeSpan timeout)
        : base(inner)
    {
        _timeout = timeout;
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage>();
        if (attempts > 1)
        {
            builder.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = attempts - 1,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstPause,
                MaxDelay = LongestPause,
                ShouldHandle = arguments => ValueTask.FromResult(MayPass(arguments.Outcome)),
                DelayGenerator = arguments => ValueTask.FromResult(PauseOf(arguments.Outcome.Result)),
                OnRetry = arguments =>
                {
                    arguments.Outcome.Result?.Dispose();
                    return ValueTask.CompletedTask;
                },
            });
        }

        _pipeline = builder.AddTimeout(timeout).Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await _pipeline
                .ExecuteAsync(async token => await Attempt(request, token).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (TimeoutRejectedException error)
        {
            throw new TimeoutException("No answer in time.", error);
        }
    }

    private async Task<HttpResponseMessage> Attempt(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            var guarded = new GuardedContent(response.Content, _timeout);
            response.Content = guarded;
            if (!guarded.IsStream) await guarded.ReadAsync(cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <summary>Whether the same request may do better a little later.</summary>
    private static bool MayPass(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: LanguageModelException } => false,
        { Exception: HttpRequestException or IOException or TimeoutRejectedException } => true,
        { Result: { } response } => IsPassing(response.StatusCode) && !(PauseOf(response) > LongestPause),
        _ => false,
    };

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway
            or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout or (HttpStatusCode)529;

    /// <summary>The pause that the server asks for; null where it does not.</summary>
    private static TimeSpan? PauseOf(HttpResponseMessage? response)
    {
        if (response?.Headers.RetryAfter is not { } after) return null;
        var pause = after.Delta ?? after.Date - (response.Headers.Date ?? TimeProvider.System.GetUtcNow());
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause;
    }
}
