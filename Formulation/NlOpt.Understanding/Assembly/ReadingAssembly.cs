using NlOpt.Formulation;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Assembly;

/// <summary>Makes the public result: the best reading with its questions, and the rivals that differ from it in meaning.</summary>
internal static class ReadingAssembly
{
    /// <summary>Most rivals.</summary>
    public const int MostRivals = 3;

    private const double LeastShare = 0.01;

    /// <summary>Assembles ranked readings.</summary>
    /// <param name="source">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="ranked">The readings, the best one first.</param>
    /// <param name="calibration">Makes their confidences probabilities.</param>
    /// <returns>Null when no reading can be said as a formulation.</returns>
    public static Reading? Assemble(SourceText source, Token[] tokens, IReadOnlyList<RankedReading> ranked, Calibration calibration)
    {
        var spans = new TextSpans(source, tokens);
        var assembly = new FormulationAssembly(source, spans);
        var kept = new List<AssembledReading>();
        var (best, probability) = (-1, 1.0);
        for (var index = 0; index < ranked.Count && kept.Count <= MostRivals; index++)
        {
            if (best >= 0 && ranked[index].Share < LeastShare) break;
            // Rivals stand by falling probability, as the weighing of whole readings orders them.
            var own = Math.Min(probability, Math.Clamp(calibration.Apply(ranked[index].Confidence), 0, 1));
            if (kept.Exists(other => ReadingMeaning.AreEqual(other.Reading, ranked[index].Reading))) continue;
            if (assembly.Assemble(ranked[index].Reading, own) is not { } reading) continue;
            if (best < 0) best = index;
            probability = own;
            kept.Add(reading);
        }

        if (best < 0) return null;
        var questions = QuestionFinder.Find(kept[0], [.. ranked.Skip(best)], source, spans);
        return new Reading(kept[0].Formulation with { Questions = questions }, [.. kept.Skip(1).Select(rival => rival.Formulation)]);
    }
}
