namespace NlOpt.Understanding.Decisions;

/// <summary>How the verdict of a rule moves what was learned: never all the way, so that the reading as a whole may still decide otherwise.</summary>
internal static class Verdict
{
    /// <summary>Moves probabilities towards one of them; their sum stays as it is.</summary>
    /// <param name="probabilities">Changed in place.</param>
    /// <param name="favoured">The one that the rule speaks for.</param>
    /// <param name="trust">How far, in [0, 1].</param>
    /// <param name="total">Their sum.</param>
    public static void Blend(double[] probabilities, int favoured, double trust, double total = 1)
    {
        for (var index = 0; index < probabilities.Length; index++) probabilities[index] *= 1 - trust;
        probabilities[favoured] += trust * total;
    }
}
