using System.Collections.Immutable;

namespace NlOpt.Evaluation;

/// <summary>Who was right where a language model and the embedded reader read the same problems.</summary>
/// <param name="BothRight">Problems that both read rightly.</param>
/// <param name="AgentRight">Problems that the language model alone read rightly.</param>
/// <param name="ReaderRight">Problems that the embedded reader alone read rightly.</param>
/// <param name="NeitherRight">Problems that neither read rightly.</param>
/// <param name="TakenRight">Problems where what was taken in the end is right.</param>
/// <param name="Kinds">
/// By the first error of the one that was wrong, the most frequent first: where both were wrong, by that of the language model.
/// </param>
public sealed record Disagreement(
    int BothRight, int AgentRight, int ReaderRight, int NeitherRight, int TakenRight, ImmutableArray<DisagreementKind> Kinds)
{
    /// <summary>Compares the problems that all three reports hold.</summary>
    /// <param name="agent">The language model's report.</param>
    /// <param name="reader">The embedded reader's.</param>
    /// <param name="taken">That of what was taken in the end.</param>
    public static Disagreement Of(EvaluationReport agent, EvaluationReport reader, EvaluationReport taken)
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(taken);
        var items = (from one in agent.Items
                     join other in reader.Items on one.Id equals other.Id
                     join last in taken.Items on one.Id equals last.Id
                     select (Agent: one, Reader: other, Taken: last)).ToList();
        var kinds = items.Where(item => !item.Agent.ModelRight || !item.Reader.ModelRight)
            .GroupBy(item => (item.Agent.ModelRight ? item.Reader : item.Agent).MainError?.Label ?? "unknown")
            .Select(group => new DisagreementKind(
                group.Key, group.Count(item => item.Agent.ModelRight), group.Count(item => item.Reader.ModelRight),
                group.Count(item => item is { Agent.ModelRight: false, Reader.ModelRight: false })))
            .OrderByDescending(kind => kind.AgentRight + kind.ReaderRight + kind.NeitherRight).ThenBy(kind => kind.Error, StringComparer.Ordinal);
        return new Disagreement(
            items.Count(item => item is { Agent.ModelRight: true, Reader.ModelRight: true }),
            items.Count(item => item is { Agent.ModelRight: true, Reader.ModelRight: false }),
            items.Count(item => item is { Agent.ModelRight: false, Reader.ModelRight: true }),
            items.Count(item => item is { Agent.ModelRight: false, Reader.ModelRight: false }),
            items.Count(item => item.Taken.ModelRight),
            [.. kinds]);
    }
}
