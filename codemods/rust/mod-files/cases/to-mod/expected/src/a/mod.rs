mod c;
