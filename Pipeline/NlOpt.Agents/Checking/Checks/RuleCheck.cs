using NlOpt.Formulation;

namespace NlOpt.Agents.Checking.Checks;

/// <summary>Rules that differ in one way from what the readings of the text say; one instance a way.</summary>
/// <param name="name">Name of the check.</param>
/// <param name="difference">The way.</param>
internal sealed class RuleCheck(string name, RuleDifference difference) : ICrossCheck
{
    private const double LeastSuspicion = 0.05;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Find(CheckedFormulation subject) => subject.Pairs
        .Where(pair => pair.Difference == difference && pair.Suspicion >= LeastSuspicion)
        .Select(pair => new CheckFinding(name, Say(pair, subject), pair.Suspicion, pair.Given?.StatementIndex, Quote(pair, subject)));

    private static string Say(RulePair pair, CheckedFormulation subject)
    {
        var given = pair.Given is { } side ? PlainSentence.Of(subject.Formulation.Statements[side.StatementIndex], subject.Formulation) : null;
        var read = pair.Read is { } other ? PlainSentence.Of(other.Statement, other.Reading.Formulation) : null;
        return (given, read) switch
        {
            (null, _) => $"nothing says “{read}”, which the text seems to say",
            (_, null) => $"the text does not seem to say “{given}”",
            _ => $"“{given}” should perhaps be “{read}”",
        };
    }

    private static Evidence? Quote(RulePair pair, CheckedFormulation subject)
    {
        var evidence = pair.Read?.Statement.Evidence ?? subject.Formulation.Statements[pair.Given!.StatementIndex].Evidence;
        return evidence.IsDefaultOrEmpty ? null : evidence[0];
    }
}
