using NlOpt.Formulation;

namespace NlOpt.Agents.Checking.Checks;

/// <summary>Whether what is wanted, its sense and its amounts are what the readings of the text say.</summary>
internal sealed class ObjectiveCheck : ICrossCheck
{
    /// <inheritdoc/>
    public string Name => "objective";

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Find(CheckedFormulation subject)
    {
        var key = ObjectiveKey.Of(subject.Lowered);
        if (subject.Guided.OtherObjective(key) is not { } other) yield break;
        var suspicion = other.Share * (1 - subject.Guided.ShareOfObjective(key));
        var evidence = other.Reading.Formulation.Objective.Evidence;
        yield return new CheckFinding(
            Name,
            $"“{PlainSentence.OfObjective(subject.Formulation)}” should perhaps be “{PlainSentence.OfObjective(other.Reading.Formulation)}”",
            suspicion,
            Quote: evidence.IsDefaultOrEmpty ? null : evidence[0]);
    }
}
