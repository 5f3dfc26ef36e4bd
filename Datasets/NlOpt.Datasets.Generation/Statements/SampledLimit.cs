using NlOpt.Datasets.Generation.Numbers;
using NlOpt.Formulation;

namespace NlOpt.Datasets.Generation.Statements;

/// <summary>A limit before it has words.</summary>
/// <param name="Direction">Which way it goes.</param>
/// <param name="Number">Its number; the smaller of two.</param>
/// <param name="High">The larger of two; null for other directions.</param>
internal sealed record SampledLimit(LimitDirection Direction, SampledNumber Number, SampledNumber? High = null)
{
    /// <summary>How names of sections end: <c>at-most</c>, <c>at-least</c>, <c>exactly</c>, <c>between</c>.</summary>
    public string Suffix => Direction switch
    {
        LimitDirection.AtMost => "at-most",
        LimitDirection.AtLeast => "at-least",
        LimitDirection.Exactly => "exactly",
        _ => "between",
    };

    /// <summary>The limit with its numbers tied to words.</summary>
    public Limit Tied(Func<SampledNumber, SourcedNumber> tie) => Direction switch
    {
        LimitDirection.AtMost => new Limit.AtMost(tie(Number)),
        LimitDirection.AtLeast => new Limit.AtLeast(tie(Number)),
        LimitDirection.Exactly => new Limit.Exactly(tie(Number)),
        _ => new Limit.Between(tie(Number), tie(High!)),
    };
}
