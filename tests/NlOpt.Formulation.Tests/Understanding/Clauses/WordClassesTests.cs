using FluentAssertions;
using NlOpt.Understanding.Clauses;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

public class WordClassesTests
{
    [Fact]
    public void A_word_has_the_classes_whose_lists_hold_it()
    {
        foreach (var wordClass in Enum.GetValues<WordClass>())
        {
            if (wordClass == WordClass.None) continue;
            var words = (IEnumerable<string>)typeof(ClauseWords).GetField(wordClass.ToString())!.GetValue(null)!;
            words.Should().NotBeEmpty();
            words.Should().OnlyContain(word => WordClasses.Of(word).HasFlag(wordClass));
        }
    }

    [Theory]
    [InlineData("make", (int)WordClass.Doing)]
    [InlineData("must", (int)(WordClass.Duties | WordClass.Light))]
    [InlineData("giraffe", (int)WordClass.None)]
    public void A_word_has_no_other_classes(string word, int classes) => WordClasses.Of(word).Should().Be((WordClass)classes);

    [Fact]
    public void Names_and_numbers_are_of_no_class() =>
        new ClauseItem(ItemKind.Variable, "must", 0, 1, [0]).IsIn(WordClass.Duties).Should().BeFalse();
}
