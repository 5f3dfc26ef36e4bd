using NlOpt.Understanding.Layout;
using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Tagging;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Training;

/// <summary>A labelled problem prepared for training.</summary>
internal sealed class TrainingText
{
    public TrainingText(LabelledProblem problem)
    {
        Gold = TaggedText.Of(Tokenizer.Tokenize(ListLayout.Plain(problem.Text)), problem.Spans);
        Quantities = QuantityReader.Read(Gold.Tokens);
        Problem = problem.AsSaid(start => Quantities.Find(quantity => Gold.Tokens[quantity.First].Start <= start && start < Gold.Tokens[quantity.End - 1].End)?.Value);
        GoldNames = new HashSet<NameKey>[problem.VariableCount];
        for (var column = 0; column < GoldNames.Length; column++) GoldNames[column] = [];
        foreach (var (name, column) in problem.Mentions)
        {
            var tokens = Tokenizer.Tokenize(name);
            var first = 0;
            while (first < tokens.Length && WordLists.Determiners.Contains(tokens[first].Lower)) first++;
            var end = tokens.Length;
            while (end > first + 1 && tokens[end - 1].Lower is "one" or "ones") end--;
            if (NameKey.Of(tokens, first, end) is { } key) GoldNames[column].Add(key);
        }
    }

    public LabelledProblem Problem { get; }

    public TaggedText Gold { get; }

    public List<Quantity> Quantities { get; }

    /// <summary>The keys by which each column is named.</summary>
    public HashSet<NameKey>[] GoldNames { get; }

    /// <summary>Labels given by taggers that have not seen the text.</summary>
    public IReadOnlyList<int[]> HeldOutLabels { get; set; } = [];

    /// <summary>
    /// Labels as a tagger gives that does not know the words: nothing says that one of the variables is any, and one noun behind numbers counts as
    /// a name. Teaches to go by lists and clauses told alike too.
    /// </summary>
    public int[] Misled(RandomStream random)
    {
        var labels = (int[])Gold.Labels.Clone();
        var forgotten = GoldNames[random.Next(GoldNames.Length)];
        foreach (var span in Tag.Spans(Gold.Labels))
            if (span.Kind == TagKind.Variable && NameKey.Of(Gold.Tokens, span.First, span.End) is { } key
                && forgotten.Any(name => name.IsWithin(key)))
                Array.Fill(labels, Tag.Outside, span.First, span.End - span.First);
        var nouns = Quantities.Select(quantity => quantity.End).Where(index => index < labels.Length && labels[index] == Tag.Outside
            && Gold.Tokens[index].IsWord && !WordLists.NeverNames.Contains(Gold.Tokens[index].Lower)).ToList();
        if (nouns.Count == 0) return labels;
        var noun = Gold.Tokens[random.Choose(nouns)].Stem;
        for (var index = 0; index < labels.Length; index++)
            if (Gold.Labels[index] == Tag.Outside && Gold.Tokens[index].Stem == noun) labels[index] = Tag.Begin(TagKind.Variable);
        return labels;
    }

    /// <summary>True when the two keys name two different columns.</summary>
    public bool ArePair(NameKey left, NameKey right)
    {
        for (var column = 0; column < GoldNames.Length; column++)
        {
            if (!GoldNames[column].Contains(left)) continue;
            for (var other = 0; other < GoldNames.Length; other++)
                if (other != column && GoldNames[other].Contains(right)) return true;
        }

        return false;
    }
}
