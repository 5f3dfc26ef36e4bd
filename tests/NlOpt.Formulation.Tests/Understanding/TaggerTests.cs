using FluentAssertions;
using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Tagging;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class TaggerTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_path_is_the_best_of_all_that_are_allowed(int length)
    {
        var random = new RandomStream((ulong)length);
        for (var trial = 0; trial < 40; trial++)
        {
            var scores = Numbers(random, length * Tag.Count);
            var transitions = Array.ConvertAll(Numbers(random, (Tag.Count + 1) * Tag.Count), number => (float)number);
            var path = ViterbiPath.Find(Padded(scores, length), length, transitions);
            path.Should().HaveCount(length);
            IsAllowed(path).Should().BeTrue();
            Score(path, scores, transitions).Should().BeApproximately(
                Paths(length).Where(IsAllowed).Max(other => Score(other, scores, transitions)), 1e-5);
        }
    }

    [Fact]
    public void A_text_without_words_has_no_labels() => ViterbiPath.Find([], 0, new float[(Tag.Count + 1) * Tag.Count]).Should().BeEmpty();

    [Fact]
    public void Labels_follow_the_features_of_each_word()
    {
        var (begin, inside) = (Tag.Begin(TagKind.Variable), Tag.Inside(TagKind.Variable));
        var weights = new float[2 * Tag.Count];
        weights[begin] = 1;
        weights[Tag.Count + inside] = 1;
        var transitions = new float[(Tag.Count + 1) * Tag.Count];
        var tagger = new Tagger(new LinearModel(Tag.Count, [5, 6], weights), transitions);
        tagger.Label([[5], [6], [7]])[..2].Should().Equal(begin, inside);

        // A mean over a tagger that knows nothing halves every score and keeps the labels.
        var mean = Tagger.Mean([tagger, new Tagger(new LinearModel(Tag.Count, [], []), new float[transitions.Length])]);
        mean.Emissions.Weights[begin].Should().Be(0.5f);
        mean.Label([[5], [6], [7]])[..2].Should().Equal(begin, inside);
    }

    [Fact]
    public void Spans_begin_and_end_with_their_labels()
    {
        int[] labels =
        [
            Tag.Begin(TagKind.Variable), Tag.Inside(TagKind.Variable), Tag.Begin(TagKind.Variable), Tag.Outside, Tag.Begin(TagKind.Limit), Tag.Begin(TagKind.ObjectiveName),
        ];
        Tag.Spans(labels).Should().Equal(
            new TagSpan(0, 2, TagKind.Variable), new TagSpan(2, 3, TagKind.Variable), new TagSpan(4, 5, TagKind.Limit), new TagSpan(5, 6, TagKind.ObjectiveName));
    }

    private static double[] Numbers(RandomStream random, int count) => [.. Enumerable.Range(0, count).Select(_ => 4 * random.NextDouble() - 2)];

    private static float[] Padded(double[] scores, int length)
    {
        var padded = new float[length * ViterbiPath.Width];
        for (var index = 0; index < length; index++)
            for (var label = 0; label < Tag.Count; label++) padded[index * ViterbiPath.Width + label] = (float)scores[index * Tag.Count + label];
        return padded;
    }

    private static bool IsAllowed(int[] path) => !path.Where((label, index) => !Tag.MayFollow(index == 0 ? -1 : path[index - 1], label)).Any();

    private static double Score(int[] path, double[] scores, float[] transitions) =>
        path.Select((label, index) => scores[index * Tag.Count + label] + transitions[(index == 0 ? Tag.Count : path[index - 1]) * Tag.Count + label]).Sum();

    private static IEnumerable<int[]> Paths(int length) =>
        length == 0 ? [[]] : Paths(length - 1).SelectMany(path => Enumerable.Range(0, Tag.Count).Select(label => (int[])[.. path, label]));
}
